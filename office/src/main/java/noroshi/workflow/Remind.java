package noroshi.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.channels.DispatchKind;
import noroshi.channels.Dispatches;
import noroshi.channels.MailAddress;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.people.Officer;
import noroshi.people.OfficerAccounts;
import noroshi.people.Role;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import noroshi.publishing.ReviewDates;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Component;

/**
 * Tells officers once a day what waits for them too long: approvals, and articles past their review date. By mail where they have an
 * address (a dispatch, so it is sent once and its delivery is seen), and on their home screen.
 */
@Component
public class Remind {

    /** Nobody is woken by a reminder. */
    static final LocalTime FROM = LocalTime.of(8, 30);

    private static final int REVIEWS_MAX = 200;
    private static final int LINES_MAX = 30;

    private final Tenancy tenancy;
    private final Directory directory;
    private final Boards boards;
    private final ReviewDates reviewDates;
    private final OfficerAccounts accounts;
    private final Reminders reminders;
    private final Dispatches dispatches;
    private final Settings settings;

    Remind(
            Tenancy tenancy,
            Directory directory,
            Boards boards,
            ReviewDates reviewDates,
            OfficerAccounts accounts,
            Reminders reminders,
            Dispatches dispatches,
            Settings settings) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.boards = boards;
        this.reviewDates = reviewDates;
        this.accounts = accounts;
        this.reminders = reminders;
        this.dispatches = dispatches;
        this.settings = settings;
    }

    /** What one officer is reminded of. */
    private record Due(List<Board.Entry> waiting, List<ReviewDates.Due> reviews) {
        Due() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** Returns how many officers were reminded. */
    public int handle(Instant now) {
        if (now.atZone(Time.JAPAN).toLocalTime().isBefore(FROM)) return 0;
        int reminded = 0;
        for (var government : tenancy.everywhere(directory::listGovernments))
            reminded += tenancy.in(government.code(), () -> remind(government, now));
        return reminded;
    }

    private int remind(Government government, Instant now) {
        var today = Staffing.day(now);
        int reminded = 0;
        for (var one : due(government.code(), today, now).entrySet()) {
            var due = one.getValue();
            var reminder = new Reminders.Reminder(
                    today, due.waiting().size(), due.reviews().size());
            if (!reminders.add(government.code(), one.getKey(), reminder, now)) continue;
            mail(government, one.getKey(), today, due);
            reminded++;
        }
        return reminded;
    }

    private Map<Long, Due> due(String government, LocalDate today, Instant now) {
        var due = new LinkedHashMap<Long, Due>();
        for (var person : boards.of(government, now).people())
            for (var entry : person.entries())
                if (entry.overdue())
                    due.computeIfAbsent(person.officer().id(), id -> new Due())
                            .waiting()
                            .add(entry);
        for (var article : reviewDates.due(government, today, REVIEWS_MAX))
            for (long officer : whoLooksAfter(government, article))
                due.computeIfAbsent(officer, id -> new Due()).reviews().add(article);
        return due;
    }

    /** The author while they work there, else the heads of the text's department. */
    private List<Long> whoLooksAfter(String government, ReviewDates.Due article) {
        var active = accounts.list(government).stream()
                .filter(OfficerAccounts.Account::active)
                .map(OfficerAccounts.Account::officer)
                .toList();
        if (active.stream().anyMatch(officer -> officer.id() == article.author())) return List.of(article.author());
        return active.stream()
                .filter(officer ->
                        officer.has(Role.HEAD) && officer.department().equals(article.department()))
                .map(Officer::id)
                .toList();
    }

    private void mail(Government government, long officer, LocalDate today, Due due) {
        accounts.find(government.code(), officer)
                .flatMap(account -> MailAddress.parse(account.email()))
                .ifPresent(address -> dispatches.person(
                        government.code(),
                        DispatchKind.REMINDER,
                        "reminder:%d:%s".formatted(officer, today),
                        address,
                        "お待ちしている記事があります（%d件）"
                                .formatted(due.waiting().size() + due.reviews().size()),
                        text(due)));
    }

    private String text(Due due) {
        var office = settings.officeUrl().toString().replaceFirst("/$", "");
        var text = new StringBuilder();
        if (!due.waiting().isEmpty()) text.append("## あなたの承認を待っている記事\n\n");
        due.waiting().stream()
                .limit(LINES_MAX)
                .forEach(entry -> text.append("- %s（%s、%d日） %s/approvals/%d\n"
                        .formatted(
                                plain(entry.waiting().title()),
                                plain(entry.step()),
                                entry.days(),
                                office,
                                entry.waiting().article())));
        if (!due.reviews().isEmpty()) text.append("\n## 見直し日が来た記事\n\n");
        due.reviews().stream()
                .limit(LINES_MAX)
                .forEach(article -> text.append("- %s（見直し日 %s） %s/articles/%d\n"
                        .formatted(plain(article.title()), article.dueOn(), office, article.article())));
        return text.append("\nこのお知らせは1日に1回までお送りします。\n").toString();
    }

    /** Markdown that shows these very characters. */
    private static String plain(String words) {
        return words.replaceAll("([\\\\`*_{}\\[\\]<>()#+.!|~&-])", "\\\\$1");
    }
}
