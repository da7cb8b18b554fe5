package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.forms.DefineForm;
import noroshi.forms.FormShelf;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** フォームを作る・変える: its fields, their order and rules, and how they become a page. */
@Controller
class FormDefinitionController {

    private final Tenancy tenancy;
    private final FormShelf shelf;
    private final SeriesShelf series;
    private final DefineForm define;
    private final InstantSource clock;

    FormDefinitionController(
            Tenancy tenancy, FormShelf shelf, SeriesShelf series, DefineForm define, InstantSource clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.series = series;
        this.define = define;
        this.clock = clock;
    }

    @GetMapping("/forms/define")
    View blank(Frame frame, Acting acting) {
        return screen(frame, acting, FormDefinition.blank(), Problems.NONE);
    }

    @GetMapping("/forms/define/{code:[a-z][a-z0-9-]{0,39}}")
    View show(Frame frame, Acting acting, @PathVariable String code) {
        var form = tenancy.in(acting.code(), () -> shelf.find(acting.code(), code))
                .orElseThrow(() -> Refused.missing("フォーム"));
        return screen(frame, acting, FormDefinition.of(form), Problems.NONE);
    }

    @PostMapping("/forms/define")
    View keep(Frame frame, Acting acting, HttpServletRequest request) {
        var fields = new Fields(request.getParameterMap());
        var definition = FormDefinition.read(fields);
        if (fields.text("act").equals("rows")) return screen(frame, acting, definition, Problems.NONE);
        if (definition.series().isEmpty())
            return screen(frame, acting, definition, Problems.of("series", "媒体が選ばれていません。フォームの記事を載せる媒体を選んでください。"))
                    .status(422);
        var ended = define.handle(
                new DefineForm.Command(acting.code(), definition.form(), acting.officer(), clock.instant()));
        return switch (ended) {
            case DefineForm.Ended.Done(int version) -> {
                Notice.leave(request, "フォーム「%s」の第%d版を保存しました。これまでの記事はそのまま読めます。".formatted(definition.name(), version));
                yield new RedirectView(acting.at("/forms"));
            }
            case DefineForm.Ended.Invalid(var problems) ->
                screen(frame, acting, definition, new Problems(problems)).status(422);
            case DefineForm.Ended.NotAllowed(var reason) -> throw new Refused(403, "フォームを変更できません", reason);
        };
    }

    private Screen screen(Frame frame, Acting acting, FormDefinition definition, Problems problems) {
        if (!acting.isAdministrator()) throw Refused.administratorsOnly("フォームの変更");
        return Screen.of("formdefinition", frame)
                .with("acting", acting)
                .with("definition", definition)
                .with("series", tenancy.in(acting.code(), () -> series.list(acting.code())))
                .with("problems", problems);
    }
}
