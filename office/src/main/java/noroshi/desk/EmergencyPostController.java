package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
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
    private final EmergencyLane lane;
    private final OnceOnly onceOnly;

    EmergencyPostController(
            Tenancy tenancy,
            Directory directory,
            SeriesShelf series,
            ArticleDesk desk,
            EmergencyLane lane,
            OnceOnly onceOnly) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.series = series;
        this.desk = desk;
        this.lane = lane;
        this.onceOnly = onceOnly;
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
            var stopped = lane.tried(acting, form.series(), form.content(department(acting)));
            return stopped == null ? confirm(frame, acting, form) : refused(frame, acting, form, stopped);
        }

        var result = onceOnly.act(
                request,
                form.once(),
                () -> lane.publish(acting, form.series(), form.content(department(acting)), List.of()));
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
        return Screen.of("emergencyconfirm", frame)
                .with("acting", acting)
                .with("form", form)
                .with("areas", lane.areas(government, form.areas()))
                .with("seriesName", lane.seriesName(government, form.series()))
                .with("reach", lane.reach(government, form.series(), form.areas()))
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
