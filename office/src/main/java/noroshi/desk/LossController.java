package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import noroshi.damage.Contradiction;
import noroshi.damage.LossOutcome;
import noroshi.damage.LossReports;
import noroshi.damage.Occasion;
import noroshi.damage.OpenOccasion;
import noroshi.damage.ReportLosses;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Reports of losses in the shape of 消防庁 第4号様式: occasions, the next 第n報, the prefecture's sum. */
@Controller
class LossController {

    private static final String OCCASION = "[a-z0-9][a-z0-9-]{2,39}";

    private final LossReports reports;
    private final ReportLosses report;
    private final OpenOccasion open;
    private final InstantSource clock;

    LossController(LossReports reports, ReportLosses report, OpenOccasion open, InstantSource clock) {
        this.reports = reports;
        this.report = report;
        this.open = open;
        this.clock = clock;
    }

    @GetMapping("/damage/losses")
    View list(Frame frame, Acting acting) {
        return occasions(frame, acting, Map.of(), Trouble.NONE);
    }

    private Screen occasions(Frame frame, Acting acting, Map<String, String> typed, Trouble trouble) {
        return Screen.of("occasions", frame)
                .with("acting", acting)
                .with("occasions", reports.occasions(acting.code()))
                .with("typed", typed)
                .with("trouble", trouble);
    }

    @PostMapping("/damage/losses")
    View open(Frame frame, Acting acting, HttpServletRequest request) {
        var typed = DamageForm.typed(new Fields(request.getParameterMap()));
        Occasion occasion;
        try {
            occasion = new Occasion(
                    acting.code(), typed.getOrDefault("code", ""), typed.getOrDefault("name", ""), clock.instant());
        } catch (IllegalArgumentException e) {
            return occasions(frame, acting, typed, Trouble.of("符号は英小文字・数字・ハイフンの3〜40字、災害名は60字までで入れてください。"))
                    .status(422);
        }
        var prefecture = acting.government().isPrefecture();
        return switch (open.handle(new OpenOccasion.Command(occasion, prefecture, acting.officer()))) {
            case OpenOccasion.Ended.Refused(var status, var reason) ->
                occasions(frame, acting, typed, Trouble.of(reason)).status(status);
            case OpenOccasion.Ended.Opened(var opened) -> {
                Notice.leave(request, "災害名を登録しました。市町村が被害報告を入力できます。");
                yield new RedirectView(acting.at("/damage/losses/" + opened.code()));
            }
        };
    }

    @GetMapping("/damage/losses/{code:" + OCCASION + "}")
    View show(Frame frame, Acting acting, @PathVariable String code) {
        return sheet(frame, acting, code, null, List.of());
    }

    @PostMapping("/damage/losses/{code:" + OCCASION + "}")
    View report(
            Frame frame, Acting acting, @PathVariable String code, @RequestParam int seen, HttpServletRequest request) {
        var typed = DamageForm.typed(new Fields(request.getParameterMap()));
        var now = clock.instant();
        var form = LossForm.read(typed, now);
        if (!form.unread().isEmpty())
            return sheet(frame, acting, code, typed, form.unread()).status(422);
        var outcome = report.handle(new ReportLosses.Command(
                acting.code(),
                code,
                seen,
                form.losses(),
                form.at(),
                form.note(),
                form.source(),
                form.nextUpdate(),
                acting.officer(),
                now));
        return after(outcome, frame, acting, code, typed, request);
    }

    private View after(
            LossOutcome outcome,
            Frame frame,
            Acting acting,
            String code,
            Map<String, String> typed,
            HttpServletRequest request) {
        return switch (outcome) {
            case LossOutcome.Done(var done) -> {
                Notice.leave(request, "第%d報を公開しました。県の合計も変わりました。".formatted(done.serial()));
                yield new RedirectView(acting.at("/damage/losses/" + code));
            }
            case LossOutcome.Contradicting(var all) ->
                sheet(frame, acting, code, typed, all).status(422);
            case LossOutcome.Overtaken(var newest) ->
                sheet(
                                frame,
                                acting,
                                code,
                                typed,
                                List.of(new Contradiction(
                                        "",
                                        "ほかの職員が先に第%d報を出しました。入力した数字は残っています。確かめて、もう一度送ってください。"
                                                .formatted(newest.serial()))))
                        .status(409);
            case LossOutcome.Missing missing -> throw Refused.missing("災害");
            case LossOutcome.NotAllowed(var reason) -> throw new Refused(403, "被害報告を出せません", reason);
        };
    }

    private Screen sheet(
            Frame frame, Acting acting, String code, @Nullable Map<String, String> typed, List<Contradiction> wrong) {
        var occasion = reports.occasion(acting.code(), code).orElseThrow(() -> Refused.missing("災害"));
        var log = reports.log(acting.code(), code);
        var shown = typed == null ? LossForm.typed(log.isEmpty() ? null : log.getFirst()) : typed;
        var sheet = new LossSheet(
                occasion, !acting.government().isPrefecture(), log, shown, wrong, reports.total(occasion));
        return Screen.of("losses", frame).with("acting", acting).with("sheet", sheet);
    }
}
