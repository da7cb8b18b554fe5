package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome;
import noroshi.publishing.SeriesShelf;
import noroshi.writing.Ended;
import noroshi.writing.KeepPreparedPage;
import noroshi.writing.PreparedPage;
import noroshi.writing.Shelf;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 災害用ひな形: chosen, its blanks filled on one screen, looked at once more, public. And kept in order on quiet days. */
@Controller
class PreparedController {

    private final Tenancy tenancy;
    private final Shelf shelf;
    private final Directory directory;
    private final SeriesShelf series;
    private final EmergencyLane lane;
    private final ArticleDesk desk;
    private final OnceOnly onceOnly;
    private final KeepPreparedPage keep;
    private final InstantSource clock;

    PreparedController(
            Tenancy tenancy,
            Shelf shelf,
            Directory directory,
            SeriesShelf series,
            EmergencyLane lane,
            ArticleDesk desk,
            OnceOnly onceOnly,
            KeepPreparedPage keep,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.directory = directory;
        this.series = series;
        this.lane = lane;
        this.desk = desk;
        this.onceOnly = onceOnly;
        this.keep = keep;
        this.clock = clock;
    }

    @GetMapping("/emergency/prepared")
    View list(Frame frame, Acting acting) {
        return Screen.of("prepared", frame)
                .with("acting", acting)
                .with("all", tenancy.in(acting.code(), () -> shelf.listPages(acting.code())))
                .with("may", acting.has(Role.EMERGENCY))
                .with("mayChange", acting.has(Role.EMERGENCY) || acting.isAdministrator());
    }

    @GetMapping("/emergency/prepared/{id:[0-9]{1,18}}")
    View blank(Frame frame, Acting acting, @PathVariable long id) {
        var areas = acting.government().kind().equals("prefecture") ? List.<String>of() : List.of(acting.code());
        var form = PreparedForm.blank(page(acting, id), areas, clock.instant(), onceOnly.name());
        return fill(frame, acting, form, Problems.NONE).status(acting.has(Role.EMERGENCY) ? 200 : 403);
    }

    @PostMapping("/emergency/prepared/{id:[0-9]{1,18}}")
    View post(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        var form = PreparedForm.read(page(acting, id), request);
        var act = new Fields(request.getParameterMap()).text("act");
        if (act.equals("edit")) return fill(frame, acting, form, Problems.NONE);
        var problems = form.problems();
        if (!problems.isEmpty())
            return fill(frame, acting, form, new Problems(problems)).status(422);
        var content = form.content(department(acting));
        if (!act.equals("publish")) {
            var stopped = lane.tried(acting, form.page().series(), content);
            return stopped == null ? confirm(frame, acting, form) : refused(frame, acting, form, stopped);
        }
        var result = onceOnly.act(
                request, form.once(), () -> lane.publish(acting, form.page().series(), content, List.of()));
        if (result.outcome() == null)
            return new RedirectView("/articles/" + result.before().getAsLong());
        if (result.outcome() instanceof Outcome.Done done) {
            Notice.leave(request, "緊急発信しました。公開サイトには1秒ほどで表示されます。承認者に事後確認を依頼してください。");
            return new RedirectView("/articles/" + done.article().id());
        }
        return refused(frame, acting, form, result.outcome());
    }

    private View refused(Frame frame, Acting acting, PreparedForm form, Outcome outcome) {
        return fill(frame, acting, form, ArticleAnswers.problems(outcome, "areas"))
                .status(ArticleAnswers.status(outcome));
    }

    private PreparedPage page(Acting acting, long id) {
        return tenancy.in(acting.code(), () -> shelf.findPage(acting.code(), id))
                .orElseThrow(() -> Refused.missing("ひな形"));
    }

    private static String department(Acting acting) {
        return acting.isAtHome() ? acting.officer().department() : "";
    }

    private Screen fill(Frame frame, Acting acting, PreparedForm form, Problems problems) {
        return Screen.of("preparedfill", frame)
                .with("acting", acting)
                .with("form", form)
                .with("may", acting.has(Role.EMERGENCY))
                .with("others", desk.havingRole(acting.code(), Role.EMERGENCY))
                .with("groups", tenancy.in(acting.code(), () -> ArticleChoices.groups(directory.listAreas())))
                .with("problems", problems);
    }

    private Screen confirm(Frame frame, Acting acting, PreparedForm form) {
        var government = acting.code();
        return Screen.of("preparedconfirm", frame)
                .with("acting", acting)
                .with("form", form)
                .with("areas", lane.areas(government, form.areas()))
                .with("seriesName", lane.seriesName(government, form.page().series()))
                .with("reach", lane.reach(government, form.page().series(), form.areas()))
                .with(
                        "bodyHtml",
                        ArticleDesk.bodyHtml(
                                government, form.content(department(acting)).body()));
    }

    @GetMapping("/emergency/prepared/new")
    View fresh(Frame frame, Acting acting) {
        return sheet(frame, acting, new PreparedPage(0, "", "", "", "", "emergency"), Problems.NONE);
    }

    @GetMapping("/emergency/prepared/{id:[0-9]{1,18}}/edit")
    View edit(Frame frame, Acting acting, @PathVariable long id) {
        return sheet(frame, acting, page(acting, id), Problems.NONE);
    }

    @PostMapping("/emergency/prepared")
    View keep(Frame frame, Acting acting, HttpServletRequest request) {
        var fields = new Fields(request.getParameterMap());
        var id = fields.text("id");
        var page = new PreparedPage(
                id.matches("[0-9]{1,18}") ? Long.parseLong(id) : 0,
                fields.text("name").strip(),
                fields.text("title").strip(),
                fields.text("summary").strip(),
                fields.text("body"),
                fields.text("series"));
        boolean remove = fields.text("act").equals("remove");
        var ended = keep.handle(
                new KeepPreparedPage.Command(acting.code(), page, remove, acting.officer(), clock.instant()));
        return switch (ended) {
            case Ended.Done done -> {
                Notice.leave(request, remove ? "ひな形を削除しました。" : "ひな形「%s」を保存しました。".formatted(page.name()));
                yield new RedirectView(acting.at("/emergency/prepared"));
            }
            case Ended.Invalid(var field, var reason) ->
                sheet(frame, acting, page, Problems.of(field, reason)).status(422);
            case Ended.NotAllowed(var reason) -> throw new Refused(403, "ひな形を変更できません", reason);
            case Ended.Missing missing -> throw Refused.missing("ひな形");
        };
    }

    private Screen sheet(Frame frame, Acting acting, PreparedPage page, Problems problems) {
        return Screen.of("preparedsheet", frame)
                .with("acting", acting)
                .with("page", page)
                .with("series", tenancy.in(acting.code(), () -> series.list(acting.code())))
                .with("problems", problems);
    }
}
