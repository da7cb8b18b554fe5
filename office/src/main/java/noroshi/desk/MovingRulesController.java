package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import noroshi.moving.ChangeMovingRules;
import noroshi.moving.MovingDesk;
import noroshi.moving.MovingJob;
import noroshi.moving.MovingOutcome;
import noroshi.moving.MovingRule;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 振り分けの規則: which pages go into which series and department, tried before it is kept. */
@Controller
class MovingRulesController {

    /** Empty lines below the rules, to be filled. */
    private static final int SPARE = 3;

    private final MovingDesk desk;
    private final ChangeMovingRules change;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final Tenancy tenancy;
    private final InstantSource clock;

    MovingRulesController(
            MovingDesk desk,
            ChangeMovingRules change,
            SeriesShelf shelf,
            Directory directory,
            Tenancy tenancy,
            InstantSource clock) {
        this.desk = desk;
        this.change = change;
        this.shelf = shelf;
        this.directory = directory;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    private MovingJob job(Acting acting, long id) {
        SettingsController.check(acting);
        return tenancy.in(acting.code(), () -> desk.find(acting.code(), id)).orElseThrow(() -> Refused.missing("取込み"));
    }

    @GetMapping("/settings/moving/{id}/rules")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        var job = job(acting, id);
        var rules = tenancy.in(acting.code(), () -> desk.rules(job));
        return screen(frame, acting, job, job.series(), job.department(), rules, FieldTrouble.NONE);
    }

    @PostMapping("/settings/moving/{id}/rules")
    View change(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String series,
            @RequestParam(defaultValue = "") String department,
            HttpServletRequest request) {
        var job = job(acting, id);
        var rules = moved(rules(request), act);
        var elsewhere = department.isBlank() ? null : department;
        // Everything but keeping is a trial: the screen comes back with what was typed and how many pages it would
        // catch.
        if (!act.equals("keep")) return screen(frame, acting, job, series, elsewhere, rules, FieldTrouble.NONE);
        var outcome = change.handle(new ChangeMovingRules.Command(
                acting.code(), id, series, elsewhere, rules, acting.officer(), clock.instant()));
        return switch (outcome) {
            case MovingOutcome.Done done -> {
                Notice.leave(request, "規則を保存しました。公開していないページを振り分け直しています。");
                yield new RedirectView(acting.at("/settings/moving/" + id));
            }
            case MovingOutcome.Refused(var field, var reason) ->
                screen(
                                frame,
                                acting,
                                job,
                                series,
                                elsewhere,
                                rules,
                                new FieldTrouble(field.isEmpty() ? "series" : field, reason))
                        .status(422);
            case MovingOutcome.NotAllowed(var reason) -> throw new Refused(403, "規則を変えられません", reason);
            case MovingOutcome.Missing missing -> throw Refused.missing("取込み");
        };
    }

    private static List<MovingRule> rules(HttpServletRequest request) {
        var rules = new ArrayList<MovingRule>();
        for (int i = 1; i <= MovingRule.RULES_MAX + SPARE; i++) {
            var words = request.getParameter("words-" + i);
            if (words == null) break;
            if (words.isBlank()) continue;
            rules.add(new MovingRule(
                    field(request.getParameter("field-" + i)),
                    words.strip(),
                    filled(request.getParameter("series-" + i)),
                    filled(request.getParameter("department-" + i)),
                    request.getParameter("skip-" + i) != null));
        }
        return rules;
    }

    private static MovingRule.Field field(@Nullable String name) {
        for (var field : MovingRule.Field.values()) if (field.name().equals(name)) return field;
        return MovingRule.Field.PATH;
    }

    private static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** {@code up-3}: the third rule one place up. */
    private static List<MovingRule> moved(List<MovingRule> rules, String act) {
        if (!act.matches("up-[0-9]{1,3}")) return rules;
        int at = Integer.parseInt(act.substring(3)) - 1;
        if (at < 1 || at >= rules.size()) return rules;
        var moved = new ArrayList<>(rules);
        moved.add(at - 1, moved.remove(at));
        return moved;
    }

    private Screen screen(
            Frame frame,
            Acting acting,
            MovingJob job,
            String series,
            @Nullable String department,
            List<MovingRule> rules,
            FieldTrouble trouble) {
        return tenancy.in(acting.code(), () -> Screen.of("movingrules", frame)
                .with("acting", acting)
                .with("job", job)
                .with("rules", rules)
                .with("lines", Math.min(MovingRule.RULES_MAX, rules.size() + SPARE))
                .with("trial", desk.trial(job, rules))
                .with("chosen", series)
                .with("chosenDepartment", department == null ? "" : department)
                .with("trouble", trouble)
                .with("series", shelf.list(acting.code()))
                .with("departments", directory.listDepartments(acting.code())));
    }
}
