package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.channels.Reach;
import noroshi.people.Directory;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.AllOrNothing;
import noroshi.publishing.Outcome;
import noroshi.publishing.PublishArticle;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import noroshi.publishing.WriteArticle;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 緊急発信: written, looked at once more, public. One person, two screens; the review follows. */
@Controller
class EmergencyPostController {

    private final Tenancy tenancy;
    private final Directory directory;
    private final SeriesShelf series;
    private final ArticleDesk desk;
    private final Reach reach;
    private final OnceOnly onceOnly;
    private final AllOrNothing allOrNothing;
    private final WriteArticle writeArticle;
    private final PublishArticle publishArticle;
    private final InstantSource clock;

    EmergencyPostController(
            Tenancy tenancy,
            Directory directory,
            SeriesShelf series,
            ArticleDesk desk,
            Reach reach,
            OnceOnly onceOnly,
            AllOrNothing allOrNothing,
            WriteArticle writeArticle,
            PublishArticle publishArticle,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.series = series;
        this.desk = desk;
        this.reach = reach;
        this.onceOnly = onceOnly;
        this.allOrNothing = allOrNothing;
        this.writeArticle = writeArticle;
        this.publishArticle = publishArticle;
        this.clock = clock;
    }

    @GetMapping("/emergency/post")
    View blank(Frame frame, Acting acting) {
        var areas = acting.government().kind().equals("prefecture") ? List.<String>of() : List.of(acting.code());
        var form = EmergencyPostForm.blank(defaultSeries(acting.code()), areas, onceOnly.name());
        return form(frame, acting, form).status(acting.has(Role.EMERGENCY) ? 200 : 403);
    }

    @PostMapping("/emergency/post")
    View post(Frame frame, Acting acting, HttpServletRequest request) {
        var form = EmergencyPostForm.read(request);
        var act = request.getParameter("act");
        if ("edit".equals(act)) return form(frame, acting, form);
        var problems = new Problems(form.problems());
        if (!problems.isEmpty())
            return form(frame, acting, form).with("problems", problems).status(422);
        if (!"publish".equals(act)) {
            // Tried and undone: whatever would stop it must be known before the last look, not after.
            var tried = publish(acting, form, List.of(done -> new Outcome.Invalid(List.of())));
            return tried instanceof Outcome.Invalid(var none) && none.isEmpty()
                    ? confirm(frame, acting, form)
                    : refused(frame, acting, form, tried);
        }

        var result = onceOnly.act(request, form.once(), () -> publish(acting, form, List.of()));
        if (result.outcome() == null)
            return new RedirectView("/articles/" + result.before().getAsLong());
        if (result.outcome() instanceof Outcome.Done done) {
            Notice.leave(request, "緊急発信しました。公開サイトには1秒ほどで表示されます。メールの届きぐあいは「配信」で確かめられます。承認者に事後確認を依頼してください。");
            return new RedirectView("/articles/" + done.article().id());
        }
        return refused(frame, acting, form, result.outcome());
    }

    private View refused(Frame frame, Acting acting, EmergencyPostForm form, Outcome outcome) {
        return form(frame, acting, form)
                .with("problems", EmergencyPostForm.atItsFields(ArticleAnswers.problems(outcome, "title")))
                .status(ArticleAnswers.status(outcome));
    }

    private Outcome publish(Acting acting, EmergencyPostForm form, List<Function<Outcome.Done, Outcome>> then) {
        var government = acting.code();
        var content = form.content(department(acting));
        var steps = new ArrayList<Function<Outcome.Done, Outcome>>();
        steps.add(done -> publishArticle.handle(new PublishArticle.Command(
                government,
                done.article().id(),
                done.edition().number(),
                PublishingLane.EMERGENCY,
                null,
                null,
                false,
                acting.officer(),
                clock.instant())));
        steps.addAll(then);
        return allOrNothing.handle(
                government,
                () -> writeArticle.handle(new WriteArticle.Command(
                        government, form.series(), content, acting.officer(), clock.instant())),
                steps);
    }

    private Screen form(Frame frame, Acting acting, EmergencyPostForm form) {
        var government = acting.code();
        return Screen.of("emergencypost", frame)
                .with("acting", acting)
                .with("form", form)
                .with("may", acting.has(Role.EMERGENCY))
                .with("others", desk.havingRole(government, Role.EMERGENCY))
                .with("series", tenancy.in(government, () -> series.list(government)))
                .with("groups", tenancy.in(government, () -> ArticleChoices.groups(directory.listAreas())));
    }

    private Screen confirm(Frame frame, Acting acting, EmergencyPostForm form) {
        var government = acting.code();
        var areas = tenancy.in(government, directory::listAreas).stream()
                .filter(area -> form.areas().contains(area.code()))
                .map(area -> area.kind().equals("prefecture") ? area.name() + "全域" : area.name())
                .toList();
        var seriesName = tenancy.in(government, () -> series.find(government, form.series()))
                .map(Series::name)
                .orElse(form.series());
        return Screen.of("emergencyconfirm", frame)
                .with("acting", acting)
                .with("form", form)
                .with("areas", areas)
                .with("seriesName", seriesName)
                .with("reach", reach.count(government, form.series(), form.areas()))
                .with(
                        "bodyHtml",
                        ArticleDesk.bodyHtml(
                                government, form.content(department(acting)).body()));
    }

    private static String department(Acting acting) {
        return acting.isAtHome() ? acting.officer().department() : "";
    }

    /** The series for emergencies where there is one, else the first. */
    private String defaultSeries(String government) {
        var all = tenancy.in(government, () -> series.list(government));
        return all.stream()
                .map(Series::code)
                .filter(code -> code.equals("emergency"))
                .findFirst()
                .orElse(all.isEmpty() ? "" : all.getFirst().code());
    }
}
