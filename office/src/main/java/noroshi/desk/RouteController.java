package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.stream.Collectors;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import noroshi.routes.ChangeRules;
import noroshi.routes.DropRoute;
import noroshi.routes.Route;
import noroshi.routes.RouteOutcome;
import noroshi.routes.Routes;
import noroshi.routes.RulesShelf;
import noroshi.routes.SaveRoute;
import noroshi.routes.Staffing;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 承認の経路: which steps, who may decide them, and the rules of the workflow. */
@Controller
class RouteController {

    private final Tenancy tenancy;
    private final Routes routes;
    private final RulesShelf rules;
    private final SeriesShelf series;
    private final Directory directory;
    private final Staffing staffing;
    private final SaveRoute saveRoute;
    private final DropRoute dropRoute;
    private final ChangeRules changeRules;
    private final InstantSource clock;

    RouteController(
            Tenancy tenancy,
            Routes routes,
            RulesShelf rules,
            SeriesShelf series,
            Directory directory,
            Staffing staffing,
            SaveRoute saveRoute,
            DropRoute dropRoute,
            ChangeRules changeRules,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.routes = routes;
        this.rules = rules;
        this.series = series;
        this.directory = directory;
        this.staffing = staffing;
        this.saveRoute = saveRoute;
        this.dropRoute = dropRoute;
        this.changeRules = changeRules;
        this.clock = clock;
    }

    @GetMapping("/settings/routes")
    View list(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return list(frame, acting, FieldTrouble.NONE);
    }

    private Screen list(Frame frame, Acting acting, FieldTrouble trouble) {
        var government = acting.code();
        return tenancy.in(government, () -> Screen.of("routes", frame)
                .with("acting", acting)
                .with("routes", routes.list(government))
                .with("rules", rules.of(government))
                .with("series", series.list(government))
                .with(
                        "seriesNames",
                        series.list(government).stream().collect(Collectors.toMap(Series::code, Series::name)))
                .with(
                        "departmentNames",
                        directory.listDepartments(government).stream()
                                .collect(Collectors.toMap(Department::code, Department::name)))
                .with("trouble", trouble));
    }

    @GetMapping("/settings/routes/new")
    View blank(Frame frame, Acting acting) {
        SettingsController.check(acting);
        return form(frame, acting, RouteForm.blank(), FieldTrouble.NONE);
    }

    @GetMapping("/settings/routes/{id}")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        SettingsController.check(acting);
        return form(frame, acting, RouteForm.of(route(acting, id)), FieldTrouble.NONE);
    }

    private Route route(Acting acting, long id) {
        return tenancy.in(acting.code(), () -> routes.find(acting.code(), id))
                .orElseThrow(() -> Refused.missing("承認の経路"));
    }

    @PostMapping("/settings/routes/new")
    View add(Frame frame, Acting acting, HttpServletRequest request) {
        return save(frame, acting, 0, request);
    }

    @PostMapping("/settings/routes/{id}")
    View change(Frame frame, Acting acting, @PathVariable long id, HttpServletRequest request) {
        return save(frame, acting, id, request);
    }

    private View save(Frame frame, Acting acting, long id, HttpServletRequest request) {
        var form = RouteForm.read(id, request);
        var outcome =
                saveRoute.handle(new SaveRoute.Command(form.route(acting.code()), acting.officer(), clock.instant()));
        return switch (outcome) {
            case RouteOutcome.Done done -> back(acting, request, "承認の経路を保存しました。これから承認を依頼する記事に使います。");
            case RouteOutcome.Invalid(var field, var message) ->
                form(frame, acting, form, new FieldTrouble(field, message)).status(422);
            case RouteOutcome.NotAllowed(var reason) -> throw new Refused(403, "承認の経路を変更できません", reason);
            case RouteOutcome.Missing missing -> throw Refused.missing("承認の経路");
        };
    }

    @PostMapping("/settings/routes/{id}/drop")
    View drop(Acting acting, @PathVariable long id, HttpServletRequest request) {
        var outcome = dropRoute.handle(new DropRoute.Command(acting.code(), id, acting.officer()));
        if (outcome instanceof RouteOutcome.NotAllowed(var reason)) throw new Refused(403, "承認の経路を削除できません", reason);
        if (outcome instanceof RouteOutcome.Missing) throw Refused.missing("承認の経路");
        return back(acting, request, "承認の経路を削除しました。すでに承認を待っている記事は、始めた経路で進みます。");
    }

    @PostMapping("/settings/routes/rules")
    View rules(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String ownText,
            @RequestParam(defaultValue = "") String remindDays,
            @RequestParam(defaultValue = "") String trashDays,
            @RequestParam(defaultValue = "") String deadLinksStop,
            HttpServletRequest request) {
        var outcome = changeRules.handle(new ChangeRules.Command(
                acting.code(),
                !ownText.isEmpty(),
                number(remindDays),
                number(trashDays),
                !deadLinksStop.isEmpty(),
                acting.officer()));
        return switch (outcome) {
            case RouteOutcome.Done done -> back(acting, request, "承認の決まりを保存しました。");
            case RouteOutcome.Invalid(var field, var message) ->
                list(frame, acting, new FieldTrouble(field, message)).status(422);
            case RouteOutcome.NotAllowed(var reason) -> throw new Refused(403, "承認の決まりを変更できません", reason);
            case RouteOutcome.Missing missing -> throw Refused.missing("承認の決まり");
        };
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static View back(Acting acting, HttpServletRequest request, String notice) {
        Notice.leave(request, notice);
        return new RedirectView(acting.at("/settings/routes"));
    }

    private Screen form(Frame frame, Acting acting, RouteForm form, FieldTrouble trouble) {
        var government = acting.code();
        return tenancy.in(government, () -> Screen.of("route", frame)
                .with("acting", acting)
                .with("form", form)
                .with("trouble", trouble)
                .with("series", series.list(government))
                .with("departments", directory.listDepartments(government))
                .with("officers", staffing.at(government, clock.instant()).active())
                .with("roles", SaveRoute.roles()));
    }
}
