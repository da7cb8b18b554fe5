package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import noroshi.emergency.ConfirmEvacuation;
import noroshi.emergency.EvacuationOrder;
import noroshi.emergency.OrderEvacuation;
import noroshi.people.Officer;
import noroshi.people.Role;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 避難情報: proposed by one, approved by another, or decided by one alone who says why. */
@Controller
class EvacuationController {

    private final OrderEvacuation order;
    private final ConfirmEvacuation confirm;
    private final InstantSource clock;

    EvacuationController(OrderEvacuation order, ConfirmEvacuation confirm, InstantSource clock) {
        this.order = order;
        this.confirm = confirm;
        this.clock = clock;
    }

    @GetMapping("/emergency/evacuation")
    View show(Frame frame, Acting acting) {
        return screen(frame, acting, EvacuationForm.blank(), Problems.NONE);
    }

    @PostMapping("/emergency/evacuation")
    View propose(Frame frame, Acting acting, HttpServletRequest request) {
        atHome(acting);
        var form = EvacuationForm.read(request);
        var outcome = order.propose(acting.officer(), form.order());
        if (!outcome.problems().isEmpty())
            return screen(frame, acting, form, new Problems(outcome.problems())).status(422);
        Notice.leave(request, "起案しました。まだ公開されていません。別の職員が承認すると、すぐに公開し、登録者に知らせます。");
        return new RedirectView("/emergency/evacuation#waiting");
    }

    @PostMapping("/emergency/evacuation/{id:[0-9]{1,18}}")
    View decide(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        atHome(acting);
        var outcome =
                switch (act) {
                    case "approve" -> order.approve(acting.officer(), id);
                    case "alone" -> order.decideAlone(acting.officer(), id, reason);
                    case "refuse" -> order.refuse(acting.officer(), id, reason);
                    default -> throw new Refused(400, "この操作はありません", "一覧を開き直して、ボタンを押してください。");
                };
        if (!outcome.problems().isEmpty())
            return screen(frame, acting, EvacuationForm.blank(), new Problems(outcome.problems()))
                    .status(422);
        Notice.leave(
                request, act.equals("refuse") ? "差し戻しました。何も公開されていません。" : "決定しました。公開サイトの帯とページ、CAPに反映し、避難が必要な人に知らせます。");
        return new RedirectView("/emergency/evacuation");
    }

    @PostMapping("/emergency/evacuation/{id:[0-9]{1,18}}/confirmation")
    View confirm(
            Frame frame,
            Acting acting,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String words,
            HttpServletRequest request) {
        atHome(acting);
        var problems =
                switch (act) {
                    case "confirm" -> confirm.confirm(acting.officer(), id, words);
                    case "lift" -> confirm.lift(acting.officer(), id, words);
                    default -> throw new Refused(400, "この操作はありません", "一覧を開き直して、ボタンを押してください。");
                };
        if (!problems.isEmpty())
            return screen(frame, acting, EvacuationForm.blank(), new Problems(problems))
                    .status(422);
        Notice.leave(
                request,
                act.equals("confirm")
                        ? "確認を記録しました。経過にも表示します。"
                        : "確認し、解除しました。公開サイトとCAPに反映します。この解除も一人の決定なので、別の職員の確認を待ちます。");
        return new RedirectView("/emergency/evacuation");
    }

    private static void atHome(Acting acting) {
        if (!acting.isAtHome()) throw new Refused(403, "避難情報を扱えません", "避難情報を出せるのは、その市町村の職員だけです。市町村の危機管理の担当に依頼してください。");
    }

    private Screen screen(Frame frame, Acting acting, EvacuationForm form, Problems problems) {
        var officer = acting.officer();
        var now = clock.instant();
        var newest = order.newest(acting.code());
        // What waits for a second person stays in sight, however many came after it.
        var orders = Stream.concat(
                        confirm.waiting(acting.code()).stream(),
                        newest.stream().filter(one -> !one.awaitsConfirmation()))
                .map(one -> row(one, officer, acting, now))
                .toList();
        boolean town = !acting.government().kind().equals("prefecture");
        return Screen.of("evacuation", frame)
                .with("acting", acting)
                .with("form", form)
                .with("problems", problems)
                .with("orders", orders)
                .with("mayPropose", town && acting.isAtHome() && acting.has(Role.EMERGENCY))
                .with(
                        "mayApprove",
                        acting.isAtHome()
                                && (acting.has(Role.EMERGENCY) || acting.has(Role.APPROVER) || acting.has(Role.HEAD)));
    }

    private static EvacuationRow row(EvacuationOrder order, Officer officer, Acting acting, Instant now) {
        boolean may = acting.isAtHome() && ConfirmEvacuation.may(officer, order);
        return new EvacuationRow(
                order.id(),
                order.title(),
                order.hazard().japanese(),
                order.blocks().isEmpty() ? acting.government().name() + "全域" : String.join("、", order.blocks()),
                order.words(),
                Moments.exact(order.proposedAt()),
                decision(order),
                marks(order, now),
                order.decision().equals("waiting"),
                order.proposedBy() == officer.id(),
                confirmation(order, now),
                order.awaitsConfirmation(),
                may,
                may && order.issue());
    }

    private static List<Chip> marks(EvacuationOrder order, Instant now) {
        var marks = new ArrayList<Chip>();
        if (order.drill()) marks.add(Chip.ofMark("drill"));
        if (order.isOverdue(now)) marks.add(new Chip("確認遅れ", "red"));
        else if (order.awaitsConfirmation()) marks.add(new Chip("確認待ち", "yellow"));
        return marks;
    }

    private static String confirmation(EvacuationOrder order, Instant now) {
        var confirmation = order.confirmation();
        if (confirmation != null)
            return "%sに別の職員が確認%s%s"
                    .formatted(
                            Moments.brief(confirmation.at()),
                            confirmation.lifted() ? "し、解除" : "",
                            confirmation.words().isEmpty() ? "" : "（" + confirmation.words() + "）");
        var due = order.confirmBy();
        if (due == null) return "";
        return order.isOverdue(now)
                ? "確認が遅れています。期限は%sでした。決めた本人ではない職員が、すぐに確認してください。".formatted(Moments.brief(due))
                : "別の職員の確認を待っています（期限 %s）".formatted(Moments.brief(due));
    }

    private static String decision(EvacuationOrder order) {
        return switch (order.decision()) {
            case "waiting" -> "承認待ち";
            case "approved" -> "二人で決定";
            case "alone" -> "一人で決定（理由：%s）".formatted(order.reason());
            case "refused" -> order.reason().isEmpty() ? "差し戻し" : "差し戻し（理由：%s）".formatted(order.reason());
            default -> order.decision();
        };
    }
}
