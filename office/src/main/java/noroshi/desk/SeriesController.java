package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import noroshi.platform.Tenancy;
import noroshi.publishing.ChangeSeries;
import noroshi.publishing.ChangeSeries.Ended;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The series of a government: what they are called and how many approvals they need. */
@Controller
class SeriesController {

    private final SeriesShelf shelf;
    private final ChangeSeries change;
    private final Tenancy tenancy;

    SeriesController(SeriesShelf shelf, ChangeSeries change, Tenancy tenancy) {
        this.shelf = shelf;
        this.change = change;
        this.tenancy = tenancy;
    }

    @GetMapping("/settings/series")
    View list(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return Screen.of("seriesall", frame)
                .with("acting", acting)
                .with("all", tenancy.in(acting.code(), () -> shelf.list(acting.code())));
    }

    @GetMapping("/settings/series/{code}")
    View show(Frame frame, Acting acting, @PathVariable String code) {
        SettingsController.check(acting);
        var series = tenancy.in(acting.code(), () -> shelf.find(acting.code(), code))
                .orElseThrow(() -> Refused.missing("媒体"));
        var fields = new SeriesFields(code, series.name(), series.description(), String.valueOf(series.approvals()));
        return screen(frame, acting, fields, FieldTrouble.NONE);
    }

    @PostMapping("/settings/series/{code}")
    View change(
            Frame frame,
            Acting acting,
            @PathVariable String code,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String description,
            @RequestParam(defaultValue = "") String approvals,
            HttpServletRequest request) {
        int count = approvals.matches("[0-9]{1,3}") ? Integer.parseInt(approvals) : -1;
        var ended = change.handle(
                new ChangeSeries.Command(acting.code(), code, name, description, count, acting.officer()));
        return switch (ended) {
            case Ended.Done done -> {
                Notice.leave(request, "媒体を変更しました。公開サイトにもまもなく反映されます。");
                yield new RedirectView(acting.at("/settings/series"));
            }
            case Ended.Invalid(var problem) ->
                screen(
                                frame,
                                acting,
                                new SeriesFields(code, name, description, approvals),
                                new FieldTrouble(problem.field(), problem.message()))
                        .status(422);
            case Ended.Missing missing -> throw Refused.missing("媒体");
            case Ended.NotAllowed(var reason) -> throw new Refused(403, "媒体を変更できません", reason);
        };
    }

    private static Screen screen(Frame frame, Acting acting, SeriesFields fields, FieldTrouble trouble) {
        return Screen.of("series", frame)
                .with("acting", acting)
                .with("fields", fields)
                .with("trouble", trouble);
    }
}
