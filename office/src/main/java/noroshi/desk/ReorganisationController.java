package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import noroshi.publishing.Outcome.Problem;
import noroshi.reorganisation.Holdings;
import noroshi.reorganisation.Outcome;
import noroshi.reorganisation.Plan;
import noroshi.reorganisation.Reorganisations;
import noroshi.reorganisation.Reorganise;
import noroshi.reorganisation.Unit;
import noroshi.reorganisation.WritePlan;
import noroshi.reorganisation.WritePlan.Change;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Changes of the organisation: plans, their rehearsal, and the moment they take place. */
@Controller
class ReorganisationController {

    private static final String ALL = "/settings/reorganisations";

    private final Reorganisations plans;
    private final WritePlan write;
    private final Reorganise reorganise;
    private final InstantSource clock;

    ReorganisationController(Reorganisations plans, WritePlan write, Reorganise reorganise, InstantSource clock) {
        this.plans = plans;
        this.write = write;
        this.reorganise = reorganise;
        this.clock = clock;
    }

    @GetMapping(ALL)
    View list(Frame frame, Acting acting) {
        return list(frame, acting, "", FieldTrouble.NONE);
    }

    @PostMapping(ALL)
    View create(Frame frame, Acting acting, @RequestParam(defaultValue = "") String name, HttpServletRequest request) {
        var outcome = write.handle(
                new WritePlan.Command(acting.code(), 0, 0, new Change.Create(name), acting.officer(), clock.instant()));
        if (outcome instanceof Outcome.Invalid(var field, var message))
            return list(frame, acting, name, new FieldTrouble(field, message)).status(422);
        return after(outcome, acting, request, "計画をつくりました。次に、改正の内容を加えてください。");
    }

    @GetMapping(ALL + "/{id}")
    View show(Frame frame, Acting acting, @PathVariable long id) {
        var plan = plan(acting, id);
        return screen(
                frame, acting, plan, List.of(), FieldTrouble.NONE, Moments.date(plan.at()), Moments.time(plan.at()));
    }

    @GetMapping(ALL + "/{id}/add/{kind:found|move|merge|split|close|readdress}")
    View form(
            Frame frame, Acting acting, @PathVariable long id, @PathVariable String kind, HttpServletRequest request) {
        return form(frame, acting, plan(acting, id), kind, request, FieldTrouble.NONE);
    }

    @PostMapping(ALL + "/{id}/add/{kind:found|move|merge|split|close|readdress}")
    View add(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @PathVariable String kind,
            @RequestParam int version,
            HttpServletRequest request) {
        var plan = plan(acting, id);
        var read = new ReorganisationForm(request).read(kind, plans.units(acting.code()));
        if (!read.trouble().isNone())
            return form(frame, acting, plan, kind, request, read.trouble()).status(422);
        var outcome = change(acting, id, version, new Change.Add(read.acts()));
        return outcome instanceof Outcome.Blocked blocked
                ? blocked(frame, acting, plan, blocked)
                : after(outcome, acting, request, "改正の内容を加えました。下の予行で、起きることを確かめてください。");
    }

    @PostMapping(ALL + "/{id}/acts/{act}/remove")
    View remove(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @PathVariable int act,
            @RequestParam int version,
            HttpServletRequest request) {
        return done(frame, acting, id, change(acting, id, version, new Change.Remove(act)), request, "内容を1件取り除きました。");
    }

    @PostMapping(ALL + "/{id}/fix")
    View fix(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String time,
            HttpServletRequest request) {
        var problems = new ArrayList<Problem>();
        var at = new JapanTime("date", "実行", date, time).read(LocalTime.MIDNIGHT, problems);
        var outcome = problems.isEmpty()
                ? change(acting, id, version, new Change.Fix(at))
                : new Outcome.Invalid("date", problems.getFirst().message());
        if (outcome instanceof Outcome.Invalid(var field, var message))
            return screen(frame, acting, plan(acting, id), List.of(), new FieldTrouble(field, message), date, time)
                    .status(422);
        return done(frame, acting, id, outcome, request, "予約しました。その日時に、ひとまとまりで実行されます。");
    }

    @PostMapping(ALL + "/{id}/{act:loosen|cancel|now|undo}")
    View act(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @PathVariable String act,
            @RequestParam int version,
            HttpServletRequest request) {
        var command = new Reorganise.Command(acting.code(), id, version, acting.officer(), clock.instant());
        return switch (act) {
            case "loosen" ->
                done(
                        frame,
                        acting,
                        id,
                        change(acting, id, version, new Change.Loosen()),
                        request,
                        "予約を解きました。内容を変えられます。");
            case "cancel" ->
                done(frame, acting, id, change(acting, id, version, new Change.Cancel()), request, "計画を取りやめました。");
            case "now" -> done(frame, acting, id, reorganise.now(command), request, "実行しました。公開サイトにもまもなく反映されます。");
            default -> done(frame, acting, id, reorganise.undo(command), request, "実行の前の組織に戻しました。");
        };
    }

    private Outcome change(Acting acting, long id, int version, Change change) {
        return write.handle(
                new WritePlan.Command(acting.code(), id, version, change, acting.officer(), clock.instant()));
    }

    private View done(
            Frame frame, Acting acting, long id, Outcome outcome, HttpServletRequest request, String sentence) {
        return outcome instanceof Outcome.Blocked blocked
                ? blocked(frame, acting, plan(acting, id), blocked)
                : after(outcome, acting, request, sentence);
    }

    private View blocked(Frame frame, Acting acting, Plan plan, Outcome.Blocked blocked) {
        return screen(
                        frame,
                        acting,
                        plan,
                        blocked.problems().stream().map(p -> p.text()).toList(),
                        FieldTrouble.NONE,
                        Moments.date(plan.at()),
                        Moments.time(plan.at()))
                .status(409);
    }

    private static View after(Outcome outcome, Acting acting, HttpServletRequest request, String sentence) {
        return switch (outcome) {
            case Outcome.Done(var plan) -> {
                Notice.leave(request, sentence);
                yield new RedirectView(acting.at(ALL + "/" + plan.id()));
            }
            case Outcome.Invalid(var field, var message) -> throw new Refused(422, "変更できませんでした", message);
            case Outcome.Blocked(var problems) ->
                throw new Refused(409, "この操作はできません", problems.getFirst().text());
            case Outcome.Overtaken overtaken ->
                throw new Refused(409, "ほかの人が先に変えました", "計画の画面を開き直し、いまの内容を確かめてからもう一度行ってください。");
            case Outcome.Missing missing -> throw Refused.missing("組織改正の計画");
            case Outcome.NotAllowed(var reason) -> throw new Refused(403, "この操作はできません", reason);
        };
    }

    private Plan plan(Acting acting, long id) {
        SettingsController.check(acting);
        return plans.find(acting.code(), id).orElseThrow(() -> Refused.missing("組織改正の計画"));
    }

    private Screen list(Frame frame, Acting acting, String name, FieldTrouble trouble) {
        SettingsController.check(acting);
        return Screen.of("reorganisations", frame)
                .with("acting", acting)
                .with("plans", plans.list(acting.code()))
                .with("name", name)
                .with("trouble", trouble);
    }

    private Screen screen(
            Frame frame,
            Acting acting,
            Plan plan,
            List<String> blocked,
            FieldTrouble trouble,
            String date,
            String time) {
        return Screen.of("reorganisation", frame)
                .with("acting", acting)
                .with("board", ReorganisationBoard.of(plan, plans.rehearse(plan), date, time))
                .with("blocked", blocked)
                .with("trouble", trouble);
    }

    private Screen form(
            Frame frame, Acting acting, Plan plan, String kind, HttpServletRequest request, FieldTrouble trouble) {
        if (!plan.isOpen()) throw new Refused(409, "この計画は変えられません", "予約済みのときは、計画の画面で「予約を解く」を先に行ってください。");
        var typed = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> typed.put(name, values[0]));
        var units = List.copyOf(plans.rehearse(plan).after().values());
        var code = typed.getOrDefault("code", "");
        if (trouble.isNone()) units.stream().filter(u -> u.code().equals(code)).forEach(u -> prefill(typed, kind, u));
        var held = kind.equals("split") && !code.isEmpty() ? plans.holdings(acting.code(), code) : NOTHING;
        var from =
                List.of(Optional.ofNullable(request.getParameterValues("from")).orElse(new String[0]));
        return Screen.of("reorganisationact", frame)
                .with("acting", acting)
                .with("fields", new ReorganisationFields(plan, kind, units, held, typed, from))
                .with("trouble", trouble);
    }

    private static final Holdings NOTHING =
            new Holdings(List.of(), List.of(), List.of(), java.util.Map.of(), java.util.Map.of());

    /** The department as it is, to be changed. */
    private static void prefill(LinkedHashMap<String, String> typed, String kind, Unit unit) {
        if (kind.equals("move")) {
            typed.put("name", unit.name());
            typed.put("parent", unit.parent());
        }
        if (!kind.equals("readdress")) return;
        var contact = unit.contact();
        typed.put("phone", contact.phone());
        typed.put("fax", contact.fax());
        typed.put("email", contact.email());
        typed.put("address", contact.address());
        typed.put("hours", contact.hours());
        typed.put("map", contact.map());
    }
}
