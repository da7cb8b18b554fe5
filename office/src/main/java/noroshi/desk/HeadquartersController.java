package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.emergency.EmergencyDesk;
import noroshi.emergency.Headquarters;
import noroshi.emergency.LeadHeadquarters;
import noroshi.people.Role;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 災害対策本部: established, changed, dissolved; all that ever stood stays in the list. */
@Controller
class HeadquartersController {

    private static final String ADDRESS = "/emergency/headquarters";

    private final LeadHeadquarters lead;
    private final EmergencyDesk desk;
    private final InstantSource clock;

    HeadquartersController(LeadHeadquarters lead, EmergencyDesk desk, InstantSource clock) {
        this.lead = lead;
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/emergency/headquarters")
    View show(Frame frame, Acting acting) {
        return list(frame, acting, HeadquartersForm.blank(), Problems.NONE);
    }

    @PostMapping("/emergency/headquarters")
    View establish(Frame frame, Acting acting, HttpServletRequest request) {
        allow(acting);
        var form = HeadquartersForm.read(request);
        var problems = act(form, at -> lead.establish(acting.officer(), form.terms(at)));
        if (!problems.isEmpty())
            return list(frame, acting, form, new Problems(problems)).status(422);
        Notice.leave(request, "設置を記録しました。公開サイトの帯と「災害対策本部」のページ、CSV・JSON、更新情報に反映します。メールは送りません。");
        return new RedirectView(ADDRESS);
    }

    @GetMapping("/emergency/headquarters/{number:[0-9]{1,6}}")
    View one(Frame frame, Acting acting, @PathVariable int number) {
        return one(frame, acting, number, HeadquartersForm.of(find(acting, number)), Problems.NONE, false);
    }

    @PostMapping("/emergency/headquarters/{number:[0-9]{1,6}}")
    View lead(
            Frame frame,
            Acting acting,
            @PathVariable int number,
            @RequestParam(defaultValue = "") String act,
            HttpServletRequest request) {
        allow(acting);
        var form = HeadquartersForm.read(request);
        var problems =
                switch (act) {
                    case "change" -> act(form, at -> lead.change(acting.officer(), number, form.terms(at)));
                    case "dissolve" -> act(form, at -> lead.dissolve(acting.officer(), number, form.reason(), at));
                    default -> throw new Refused(400, "この操作はありません", "一覧を開き直して、ボタンを押してください。");
                };
        if (!problems.isEmpty()) {
            boolean dissolving = act.equals("dissolve");
            var shown = dissolving ? HeadquartersForm.of(find(acting, number)).because(form.reason(), form.at()) : form;
            return one(frame, acting, number, shown, new Problems(problems), dissolving)
                    .status(422);
        }
        Notice.leave(request, act.equals("change") ? "変更を記録しました。" : "解散を記録しました。公開サイトの帯は消え、記録は残ります。");
        return new RedirectView(ADDRESS + "/" + number);
    }

    private List<Problem> act(HeadquartersForm form, Function<Instant, LeadHeadquarters.Outcome> act) {
        var moment = form.moment(clock.instant());
        return moment.isEmpty()
                ? List.of(new Problem("at", "日時は「2026-03-11T15:00」の形で入力してください。空欄なら、いまになります。"))
                : act.apply(moment.get()).problems();
    }

    private static void allow(Acting acting) {
        if (!acting.isAtHome() || !acting.has(Role.EMERGENCY))
            throw new Refused(403, "災害対策本部を扱えません", "設置・変更・解散を記録できるのは、その団体の緊急発信担当だけです。危機管理の担当に依頼してください。");
    }

    private Headquarters find(Acting acting, int number) {
        return lead.newest(acting.code()).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .orElseThrow(() -> new Refused(404, "本部が見つかりません", "団体を確かめ、「災害対策本部」の一覧から開き直してください。"));
    }

    private Screen list(Frame frame, Acting acting, HeadquartersForm form, Problems problems) {
        return Screen.of("headquarters", frame)
                .with("acting", acting)
                .with("form", form)
                .with("problems", problems)
                .with("board", board(acting, lead.newest(acting.code())));
    }

    private Screen one(
            Frame frame, Acting acting, int number, HeadquartersForm form, Problems problems, boolean dissolving) {
        return Screen.of("headquartersone", frame)
                .with("acting", acting)
                .with("form", form)
                .with("problems", problems)
                .with("dissolving", dissolving)
                .with("board", board(acting, List.of(find(acting, number))));
    }

    private HeadquartersBoard board(Acting acting, List<Headquarters> all) {
        var events = new ArrayList<HeadquartersBoard.Choice>();
        events.add(new HeadquartersBoard.Choice("", "なし（特定の緊急態勢によらない）"));
        desk.standing(acting.code()).stream()
                .map(one -> new HeadquartersBoard.Choice(one.event(), one.title()))
                .distinct()
                .forEach(events::add);
        return new HeadquartersBoard(
                all.stream().map(one -> row(one, events)).toList(),
                events,
                acting.isAtHome() && acting.has(Role.EMERGENCY));
    }

    private static HeadquartersBoard.Row row(Headquarters one, List<HeadquartersBoard.Choice> events) {
        var newest = one.newest();
        return new HeadquartersBoard.Row(
                one.number(),
                newest.called(),
                newest.mark().isEmpty() ? List.of() : List.of(Chip.ofMark(newest.mark())),
                one.stands(),
                newest.kind().japanese(),
                events.stream()
                        .filter(choice -> choice.value().equals(newest.event()))
                        .map(HeadquartersBoard.Choice::label)
                        .findFirst()
                        .orElse("終結した緊急態勢"),
                Moments.brief(one.establishedAt()),
                newest.place(),
                newest.head(),
                one.acts().reversed().stream()
                        .map(act -> new HeadquartersBoard.Line(
                                Moments.brief(act.at()),
                                act.act().japanese(),
                                one.told(act.serial()) + act.reason(),
                                Moments.brief(act.recordedAt())))
                        .toList());
    }
}
