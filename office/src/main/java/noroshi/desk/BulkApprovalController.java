package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.workflow.ApproveMany;
import noroshi.workflow.BulkApprovals;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** まとめて承認する: one act, and what became of each article. */
@Controller
class BulkApprovalController {

    private static final String CHOICE = "[0-9]{1,18}:[0-9]{1,9}";

    private final ApproveMany approveMany;
    private final BulkApprovals bulks;
    private final ApprovalController list;
    private final Tenancy tenancy;
    private final InstantSource clock;

    BulkApprovalController(
            ApproveMany approveMany,
            BulkApprovals bulks,
            ApprovalController list,
            Tenancy tenancy,
            InstantSource clock) {
        this.approveMany = approveMany;
        this.bulks = bulks;
        this.list = list;
        this.tenancy = tenancy;
        this.clock = clock;
    }

    @PostMapping("/approvals/bulk")
    View approve(
            Frame frame,
            Officer me,
            Acting acting,
            @RequestParam(defaultValue = "") List<String> choice,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        var command = new ApproveMany.Command(acting.code(), choices(choice), comment.strip(), me, clock.instant());
        return switch (approveMany.handle(command)) {
            case ApproveMany.Ended.Begun(long bulk) -> {
                Notice.leave(
                        request,
                        "%d件の承認を受け付けました。1件ずつ処理します。".formatted(command.choices().size()));
                yield new RedirectView(acting.at("/approvals/bulk/" + bulk));
            }
            case ApproveMany.Ended.Refused(var reason) ->
                list.listed(frame, me, acting, false)
                        .with("problems", Problems.of("choose", reason))
                        .status(422);
        };
    }

    private static List<ApproveMany.Choice> choices(List<String> texts) {
        var choices = new ArrayList<ApproveMany.Choice>();
        for (var text : texts) {
            if (!text.matches(CHOICE)) continue;
            var parts = text.split(":", 2);
            choices.add(new ApproveMany.Choice(Long.parseLong(parts[0]), Integer.parseInt(parts[1])));
        }
        return choices;
    }

    @GetMapping("/approvals/bulk/{id}")
    View show(Frame frame, Acting acting, @PathVariable String id) {
        if (!id.matches("[0-9]{1,18}")) throw Refused.missing("まとめての承認");
        var bulk = tenancy.in(acting.code(), () -> bulks.find(acting.code(), Long.parseLong(id)))
                .orElseThrow(() -> Refused.missing("まとめての承認"));
        return Screen.of("bulk", frame).with("acting", acting).with("bulk", bulk);
    }
}
