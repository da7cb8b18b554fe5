package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import noroshi.damage.ChangeDamage;
import noroshi.damage.Damage;
import noroshi.damage.DamageOutcome;
import noroshi.damage.Damages;
import noroshi.damage.Kind;
import noroshi.damage.ReportDamage;
import noroshi.damage.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Damage: the list, one with its log, the next report, new ones and corrections. */
@Controller
class DamageController {

    private final Damages damages;
    private final ReportDamage report;
    private final ChangeDamage change;
    private final InstantSource clock;

    DamageController(Damages damages, ReportDamage report, ChangeDamage change, InstantSource clock) {
        this.damages = damages;
        this.report = report;
        this.change = change;
        this.clock = clock;
    }

    @GetMapping("/damage")
    View list(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "open") String shown,
            @RequestParam(defaultValue = "1") int page) {
        var known = Kind.of(kind).map(Kind::code).orElse("");
        var wanted = shown.equals("overdue") || shown.equals("all") ? shown : "open";
        var board = DamageBoard.of(
                damages.list(acting.code()), known, wanted, Math.clamp(page, 1, 10_000), clock.instant());
        return Screen.of("damages", frame).with("acting", acting).with("board", board);
    }

    @GetMapping("/damage/{id:[0-9]+}")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        return sheet(frame, acting, id, null, Trouble.NONE);
    }

    @PostMapping("/damage/{id:[0-9]+}/report")
    View report(
            Frame frame, Acting acting, @PathVariable long id, @RequestParam long seen, HttpServletRequest request) {
        var typed = DamageForm.typed(new Fields(request.getParameterMap()));
        var now = clock.instant();
        Told told;
        try {
            told = DamageForm.told(typed, now);
        } catch (IllegalArgumentException e) {
            return sheet(frame, acting, id, typed, Trouble.of(said(e))).status(422);
        }
        var outcome = report.handle(new ReportDamage.Command(acting.code(), id, told, seen, acting.officer(), now));
        if (outcome instanceof DamageOutcome.Done(var damage, var words)) return done(damage, words, acting, request);
        if (outcome instanceof DamageOutcome.Invalid(var field, var reason))
            return sheet(frame, acting, id, typed, Trouble.of(reason)).status(422);
        throw refused(outcome);
    }

    @GetMapping("/damage/new")
    View added(Frame frame, Acting acting, @RequestParam(defaultValue = "ROAD") String kind) {
        return form(frame, acting, 0, 0, Map.of("kind", kind, "state", "CHECKING", "next", "360"), Trouble.NONE);
    }

    @GetMapping("/damage/{id:[0-9]+}/edit")
    View edit(Frame frame, Acting acting, @PathVariable long id) {
        var damage = found(acting, id);
        return form(frame, acting, id, damage.version(), DamageForm.of(damage), Trouble.NONE);
    }

    @PostMapping("/damage/save")
    View save(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "0") long id,
            @RequestParam(defaultValue = "0") int version,
            HttpServletRequest request) {
        var typed = DamageForm.typed(new Fields(request.getParameterMap()));
        ChangeDamage.Command command;
        try {
            command = command(acting, id, version, typed);
        } catch (IllegalArgumentException e) {
            return form(frame, acting, id, version, typed, Trouble.of(said(e))).status(422);
        }
        var outcome = change.handle(command);
        return switch (outcome) {
            case DamageOutcome.Done(Damage damage, var words) -> done(damage, words, acting, request);
            case DamageOutcome.Invalid(var field, var reason) ->
                form(frame, acting, id, version, typed, Trouble.of(reason)).status(422);
            case DamageOutcome.Overtaken(var now) ->
                form(
                                frame,
                                acting,
                                id,
                                now.version(),
                                typed,
                                Trouble.of("ほかの職員が先に直しました。入力した内容は残っています。確かめて、もう一度保存してください。"))
                        .status(409);
            case DamageOutcome.Missing missing -> throw refused(missing);
            case DamageOutcome.NotAllowed notAllowed -> throw refused(notAllowed);
        };
    }

    private ChangeDamage.Command command(Acting acting, long id, int version, Map<String, String> typed) {
        var now = clock.instant();
        var subject = DamageForm.subject(typed);
        return id == 0
                ? new ChangeDamage.Add(acting.code(), subject, DamageForm.told(typed, now), acting.officer(), now)
                : new ChangeDamage.Correct(acting.code(), id, version, subject, acting.officer(), now);
    }

    private static String said(IllegalArgumentException e) {
        var message = e.getMessage();
        return message == null ? "入力を読み取れません。もう一度確かめてください。" : message;
    }

    private static View done(Damage damage, String words, Acting acting, HttpServletRequest request) {
        Notice.leave(request, words);
        return new RedirectView(acting.at("/damage/" + damage.id()));
    }

    private static Refused refused(DamageOutcome outcome) {
        return outcome instanceof DamageOutcome.NotAllowed(var reason)
                ? new Refused(403, "この被害は扱えません", reason)
                : Refused.missing("被害");
    }

    private Damage found(Acting acting, long id) {
        return damages.find(acting.code(), id).orElseThrow(() -> Refused.missing("被害"));
    }

    private Screen sheet(Frame frame, Acting acting, long id, @Nullable Map<String, String> typed, Trouble trouble) {
        var damage = found(acting, id);
        var sheet = DamageSheet.of(
                damage, damages.log(acting.code(), id), typed == null ? DamageForm.now(damage.told()) : typed);
        return Screen.of("damage", frame)
                .with("acting", acting)
                .with("sheet", sheet)
                .with("trouble", trouble);
    }

    private static Screen form(
            Frame frame, Acting acting, long id, int version, Map<String, String> typed, Trouble trouble) {
        return Screen.of("damageform", frame)
                .with("acting", acting)
                .with("id", id)
                .with("version", version)
                .with("typed", typed)
                .with("trouble", trouble);
    }
}
