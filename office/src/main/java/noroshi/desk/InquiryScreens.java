package noroshi.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.inquiries.Inquiries;
import noroshi.inquiries.Inquiry;
import noroshi.inquiries.Inquiry.Status;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the screens of inquiries show. What residents write is personal: only their department and administrators read it. */
@Component
class InquiryScreens {

    private static final int PAGE = 50;

    private final Inquiries inquiries;
    private final Directory directory;
    private final Officers officers;
    private final Tenancy tenancy;
    private final InstantSource clock;

    InquiryScreens(Inquiries inquiries, Directory directory, Officers officers, Tenancy tenancy, InstantSource clock) {
        this.inquiries = inquiries;
        this.directory = directory;
        this.officers = officers;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    /** What an officer has typed, kept when an act fails. */
    record Typed(String answer, String forwardTo, String reason) {
        static final Typed NOTHING = new Typed("", "", "");
    }

    /** The names that inquiries refer to by code and number. */
    private record Names(Map<String, String> departments, Map<Long, Officer> officers) {
        String department(String code) {
            return departments.getOrDefault(code, code);
        }

        String officer(@Nullable Long id) {
            if (id == null) return "";
            var officer = officers.get(id);
            return officer == null ? "ほかの団体の職員" : officer.name();
        }
    }

    static boolean maySee(Acting acting, Inquiry inquiry) {
        return acting.isAdministrator()
                || (acting.isAtHome() && acting.officer().department().equals(inquiry.department()));
    }

    Inbox inbox(Acting acting, String wanted, boolean answered, int page) {
        var department = acting.isAdministrator() ? wanted : ownDepartment(acting);
        return tenancy.in(acting.code(), () -> {
            var names = names(acting.code());
            Function<Status, List<Inbox.Row>> rows =
                    status -> rows(acting.code(), department, status, (page - 1) * PAGE, names);
            var done = answered ? new ArrayList<>(rows.apply(Status.ANSWERED)) : new ArrayList<Inbox.Row>();
            boolean more = done.size() > PAGE;
            if (more) done.removeLast();
            return new Inbox(
                    department,
                    names.departments().getOrDefault(department, ""),
                    acting.isAdministrator() ? directory.listDepartments(acting.code()) : List.of(),
                    answered,
                    answered ? List.of() : open(acting.code(), department, names),
                    answered ? List.of() : rows(acting.code(), department, Status.IN_PROGRESS, 0, names),
                    done,
                    answeredCount(acting.code(), department),
                    page,
                    more);
        });
    }

    private static String ownDepartment(Acting acting) {
        var department = acting.officer().department();
        if (department.isEmpty()) throw new Refused(403, "問い合わせを開けません", "所属する課室が登録されていません。所属する団体の管理者に登録を依頼してください。");
        return department;
    }

    /** Received and forwarded ones wait for the same thing: someone who takes them; the longest waiting first. */
    private List<Inbox.Row> open(String government, String department, Names names) {
        var open = new ArrayList<Inquiry>();
        for (var status : List.of(Status.RECEIVED, Status.FORWARDED))
            open.addAll(find(government, department, status, 0));
        open.sort(Comparator.comparing(Inquiry::receivedAt).thenComparing(Inquiry::number));
        return open.stream().map(inquiry -> row(inquiry, names)).toList();
    }

    private List<Inbox.Row> rows(String government, String department, Status status, int offset, Names names) {
        return find(government, department, status, offset).stream()
                .map(inquiry -> row(inquiry, names))
                .toList();
    }

    /** @param department "" means every department */
    private List<Inquiry> find(String government, String department, Status status, int offset) {
        int max = status == Status.ANSWERED ? PAGE + 1 : Inquiries.PAGE_MAX;
        return inquiries.inbox(government, department.isEmpty() ? null : department, status, offset, max);
    }

    private int answeredCount(String government, String department) {
        return inquiries.counts(government).entrySet().stream()
                .filter(entry -> department.isEmpty() || entry.getKey().equals(department))
                .mapToInt(entry -> entry.getValue().getOrDefault(Status.ANSWERED, 0))
                .sum();
    }

    private Inbox.Row row(Inquiry inquiry, Names names) {
        return new Inbox.Row(
                inquiry.number(),
                inquiry.subject(),
                inquiry.name(),
                names.department(inquiry.department()),
                chip(inquiry.status()),
                names.officer(inquiry.officer()),
                Moments.brief(inquiry.receivedAt()),
                waits(inquiry.receivedAt()));
    }

    private String waits(Instant since) {
        var waiting = Duration.between(since, clock.instant());
        if (waiting.toDays() > 0) return waiting.toDays() + "日";
        return waiting.toHours() > 0 ? waiting.toHours() + "時間" : Math.max(0, waiting.toMinutes()) + "分";
    }

    InquirySheet sheet(Acting acting, String number, Typed typed) {
        return tenancy.in(acting.code(), () -> {
            var inquiry = inquiries.find(acting.code(), number).orElseThrow(() -> Refused.missing("問い合わせ"));
            if (!maySee(acting, inquiry))
                throw new Refused(403, "この問い合わせは開けません", "問い合わせには個人の情報が含まれるため、担当課室の職員と管理者だけが読めます。担当課室に確かめてください。");
            return sheet(acting, inquiry, typed, names(acting.code()));
        });
    }

    private InquirySheet sheet(Acting acting, Inquiry inquiry, Typed typed, Names names) {
        var answer = inquiry.answer();
        long me = acting.officer().id();
        return new InquirySheet(
                inquiry.number(),
                inquiry.version(),
                chip(inquiry.status()),
                names.department(inquiry.department()),
                inquiry.name(),
                inquiry.address(),
                inquiry.subject(),
                inquiry.body(),
                names.officer(inquiry.officer()),
                Long.valueOf(me).equals(inquiry.officer()),
                acting.isAtHome(),
                Moments.brief(inquiry.receivedAt()),
                answer == null ? "" : answer,
                inquiries.steps(acting.code(), inquiry.number()).stream()
                        .map(step -> step(step, names))
                        .toList(),
                names.officers().values().stream()
                        .filter(officer -> officer.id() != me)
                        .sorted(Comparator.comparing((Officer officer) ->
                                        !officer.department().equals(inquiry.department()))
                                .thenComparing(Officer::login))
                        .toList(),
                directory.listDepartments(acting.code()).stream()
                        .filter(department -> !department.code().equals(inquiry.department()))
                        .toList(),
                typed.answer(),
                typed.forwardTo(),
                typed.reason());
    }

    private static InquirySheet.Step step(Inquiry.Step step, Names names) {
        var who = step.officer() == null ? "送信した人" : names.officer(step.officer());
        return new InquirySheet.Step(Moments.brief(step.at()), who, step.act().japanese(), step.detail());
    }

    private Names names(String government) {
        return new Names(
                directory.listDepartments(government).stream()
                        .collect(Collectors.toMap(Department::code, Department::name)),
                officers.list(government).stream().collect(Collectors.toMap(Officer::id, Function.identity())));
    }

    private static Chip chip(Status status) {
        return switch (status) {
            case RECEIVED -> new Chip(status.japanese(), "red");
            case FORWARDED -> new Chip(status.japanese(), "yellow");
            case IN_PROGRESS -> new Chip(status.japanese(), "blue");
            case ANSWERED -> new Chip(status.japanese(), "green");
        };
    }
}
