package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.stream.Collectors;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.routes.Absence;
import noroshi.routes.EndAbsence;
import noroshi.routes.EnterAbsence;
import noroshi.routes.RouteOutcome;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 不在と代理: who is away when, and who approves in their place. */
@Controller
public class AbsenceController {

    private final Tenancy tenancy;
    private final Staffing staffing;
    private final EnterAbsence enterAbsence;
    private final EndAbsence endAbsence;
    private final InstantSource clock;

    AbsenceController(
            Tenancy tenancy, Staffing staffing, EnterAbsence enterAbsence, EndAbsence endAbsence, InstantSource clock) {
        this.tenancy = tenancy;
        this.staffing = staffing;
        this.enterAbsence = enterAbsence;
        this.endAbsence = endAbsence;
        this.clock = clock;
    }

    /** The fields as typed. */
    public record Fields(String officer, String from, String until, String delegate, String note) {}

    @GetMapping("/absences")
    View list(Frame frame, Officer me, Acting acting) {
        var today = Staffing.day(clock.instant()).toString();
        return screen(frame, acting, new Fields(String.valueOf(me.id()), today, today, "", ""), FieldTrouble.NONE);
    }

    private Screen screen(Frame frame, Acting acting, Fields fields, FieldTrouble trouble) {
        var staff = tenancy.in(acting.code(), () -> staffing.at(acting.code(), clock.instant()));
        return Screen.of("absences", frame)
                .with("acting", acting)
                .with("fields", fields)
                .with("trouble", trouble)
                .with("staff", staff)
                .with("names", staff.active().stream().collect(Collectors.toMap(Officer::id, Officer::name)));
    }

    @PostMapping("/absences")
    View enter(
            Frame frame,
            Officer me,
            Acting acting,
            @RequestParam(defaultValue = "") String officer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String delegate,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var fields = new Fields(officer.isBlank() ? String.valueOf(me.id()) : officer, from, until, delegate, note);
        RouteOutcome outcome;
        try {
            outcome =
                    enterAbsence.handle(new EnterAbsence.Command(acting.code(), absence(fields), me, clock.instant()));
        } catch (DateTimeException notADate) {
            outcome = new RouteOutcome.Invalid("from", "日付として読めません。始まりと終わりの日を入力してください。");
        }
        return switch (outcome) {
            case RouteOutcome.Done done -> back(acting, request, "不在を登録しました。その間は代理の職員が承認できます。");
            case RouteOutcome.Invalid(var field, var message) ->
                screen(frame, acting, fields, new FieldTrouble(field, message)).status(422);
            case RouteOutcome.NotAllowed(var reason) -> throw new Refused(403, "不在を登録できません", reason);
            case RouteOutcome.Missing missing -> throw Refused.missing("職員");
        };
    }

    private static Absence absence(Fields fields) {
        return new Absence(
                0,
                number(fields.officer()),
                LocalDate.parse(fields.from().strip()),
                LocalDate.parse(fields.until().strip()),
                number(fields.delegate()),
                fields.note().strip());
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    @PostMapping("/absences/{id}/end")
    View end(Officer me, Acting acting, @PathVariable long id, HttpServletRequest request) {
        var outcome = endAbsence.handle(new EndAbsence.Command(acting.code(), id, me, clock.instant()));
        if (outcome instanceof RouteOutcome.NotAllowed(var reason)) throw new Refused(403, "不在を取り消せません", reason);
        return back(acting, request, "不在の登録を取り消しました。");
    }

    private static View back(Acting acting, HttpServletRequest request, String notice) {
        Notice.leave(request, notice);
        return new RedirectView(acting.at("/absences"));
    }
}
