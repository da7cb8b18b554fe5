package noroshi.routes;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.routes.RouteOutcome.Invalid;
import org.springframework.stereotype.Component;

/** An officer, or an administrator for them, says when they are away and who may approve in their place. */
@Component
public final class EnterAbsence {

    private final Tenancy tenancy;
    private final AbsenceShelf shelf;
    private final Staffing staffing;
    private final Audit audit;

    public EnterAbsence(Tenancy tenancy, AbsenceShelf shelf, Staffing staffing, Audit audit) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.staffing = staffing;
        this.audit = audit;
    }

    /** @param absence its id is ignored */
    public record Command(String government, Absence absence, Officer by, Instant at) {}

    public RouteOutcome handle(Command command) {
        var by = command.by();
        if (!by.mayActFor(command.government())
                || !by.has(Role.ADMINISTRATOR) && by.id() != command.absence().officer())
            return new RouteOutcome.NotAllowed("ほかの職員の不在を登録できるのは管理者だけです。本人か管理者に依頼してください。");
        return tenancy.in(command.government(), () -> {
            shelf.hold(command.government());
            var staff = staffing.at(command.government(), command.at());
            var problem = problem(command.absence(), staff);
            if (problem.isPresent()) return problem.get();
            long id = shelf.add(command.government(), command.absence(), by.id(), command.at());
            audit.record(
                    command.government(),
                    by.id(),
                    "absence.entered",
                    "officer:" + name(staff, command.absence().officer()),
                    "%s〜%s 代理: %s"
                            .formatted(
                                    command.absence().from(),
                                    command.absence().until(),
                                    name(staff, command.absence().delegate())));
            return new RouteOutcome.Done(id);
        });
    }

    private static Optional<RouteOutcome> problem(Absence absence, Staff staff) {
        if (staff.find(absence.officer()).isEmpty()) return invalid("officer", "職員が見つかりません。一覧から選んでください。");
        if (absence.officer() == absence.delegate()) return invalid("delegate", "本人は代理になれません。ほかの職員を選んでください。");
        if (staff.find(absence.delegate()).isEmpty())
            return invalid("delegate", "代理の職員が見つからないか、利用を止めています。ほかの職員を選んでください。");
        if (absence.until().isBefore(absence.from())) return invalid("until", "終わりの日が始まりの日より前です。日付を確かめてください。");
        if (absence.until().isBefore(staff.today())) return invalid("until", "終わりの日が過ぎています。きょう以後の日付を入力してください。");
        if (ChronoUnit.DAYS.between(absence.from(), absence.until()) >= Absence.DAYS_MAX)
            return invalid("until", "不在は%d日までです。期間を分けて登録してください。".formatted(Absence.DAYS_MAX));
        if (absence.note().length() > Absence.NOTE_CHARACTERS_MAX)
            return invalid("note", "メモは%d字以内にしてください。".formatted(Absence.NOTE_CHARACTERS_MAX));
        var overlapping = staff.absences().overlapping(absence);
        if (overlapping.isPresent())
            return invalid(
                    "from",
                    "%s〜%sの不在と重なっています。先にその登録を取り消してください。"
                            .formatted(
                                    overlapping.get().from(), overlapping.get().until()));
        var circle = staff.absences().circle(absence);
        if (!circle.isEmpty())
            return invalid(
                    "delegate",
                    "代理が一回りして、だれも承認できない日ができます（%s → %s）。ほかの職員を代理にしてください。"
                            .formatted(
                                    circle.stream().map(id -> name(staff, id)).collect(Collectors.joining(" → ")),
                                    name(staff, circle.getFirst())));
        return Optional.empty();
    }

    private static String name(Staff staff, long officer) {
        return staff.find(officer).map(Officer::name).orElse(String.valueOf(officer));
    }

    private static Optional<RouteOutcome> invalid(String field, String message) {
        return Optional.of(new Invalid(field, message));
    }
}
