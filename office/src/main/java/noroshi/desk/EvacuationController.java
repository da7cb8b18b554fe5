package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import noroshi.emergency.EvacuationOrder;
import noroshi.emergency.OrderEvacuation;
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

    EvacuationController(OrderEvacuation order) {
        this.order = order;
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

    private static void atHome(Acting acting) {
        if (!acting.isAtHome()) throw new Refused(403, "避難情報を扱えません", "避難情報を出せるのは、その市町村の職員だけです。市町村の危機管理の担当に依頼してください。");
    }

    private Screen screen(Frame frame, Acting acting, EvacuationForm form, Problems problems) {
        var officer = acting.officer();
        var orders = order.newest(acting.code()).stream()
                .map(one -> row(one, officer.id(), acting.government().name()))
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

    private static EvacuationRow row(EvacuationOrder order, long officer, String government) {
        return new EvacuationRow(
                order.id(),
                order.title(),
                order.hazard().japanese(),
                order.blocks().isEmpty() ? government + "全域" : String.join("、", order.blocks()),
                order.words(),
                Moments.exact(order.proposedAt()),
                decision(order),
                order.drill() ? List.of(Chip.ofMark("drill")) : List.of(),
                order.decision().equals("waiting"),
                order.proposedBy() == officer);
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
