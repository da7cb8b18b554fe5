package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.AddRemark;
import noroshi.publishing.ApproveArticle;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.Outcome;
import noroshi.publishing.RemandArticle;
import noroshi.publishing.ReviewEmergencyArticle;
import noroshi.workflow.ApproveMany;
import noroshi.workflow.Boards;
import noroshi.workflow.BulkApprovals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** 承認: what waits, the text as readers will see it, and the decision. */
@Controller
class ApprovalController {

    private static final int ROWS_MAX = 100;
    private static final int BULKS_MAX = 3;

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final Articles articles;
    private final ApproveArticle approveArticle;
    private final RemandArticle remandArticle;
    private final ReviewEmergencyArticle reviewEmergencyArticle;
    private final AddRemark addRemark;
    private final ArticleFlaws flaws;
    private final Boards boards;
    private final BulkApprovals bulks;
    private final InstantSource clock;

    ApprovalController(
            ArticleDesk desk,
            Tenancy tenancy,
            Articles articles,
            ApproveArticle approveArticle,
            RemandArticle remandArticle,
            ReviewEmergencyArticle reviewEmergencyArticle,
            AddRemark addRemark,
            ArticleFlaws flaws,
            Boards boards,
            BulkApprovals bulks,
            InstantSource clock) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.articles = articles;
        this.approveArticle = approveArticle;
        this.remandArticle = remandArticle;
        this.reviewEmergencyArticle = reviewEmergencyArticle;
        this.addRemark = addRemark;
        this.flaws = flaws;
        this.boards = boards;
        this.bulks = bulks;
        this.clock = clock;
    }

    /** @param all nonempty: every box is ticked already, since without JavaScript nobody can tick 200 at once */
    @GetMapping("/approvals")
    View list(Frame frame, Officer me, Acting acting, @RequestParam(defaultValue = "") String all) {
        return listed(frame, me, acting, !all.isEmpty());
    }

    Screen listed(Frame frame, Officer me, Acting acting, boolean all) {
        var board = tenancy.in(acting.code(), () -> boards.of(acting.code(), clock.instant()));
        var mine = board.of(me).stream().limit(ApproveMany.ARTICLES_MAX).toList();
        return Screen.of("approvals", frame)
                .with("me", me)
                .with("acting", acting)
                .with("mine", mine)
                .with(
                        "others",
                        board.entries().stream()
                                .filter(entry -> !mine.contains(entry))
                                .limit(ROWS_MAX)
                                .toList())
                .with("all", all)
                .with("bulks", tenancy.in(acting.code(), () -> bulks.newest(acting.code(), me.id(), BULKS_MAX)))
                .with("afterwards", rows(acting, null, true))
                .with("approvers", desk.havingRole(acting.code(), Role.APPROVER))
                .with("names", desk.names(acting.code()));
    }

    private List<Articles.Row> rows(Acting acting, @Nullable ArticleState state, @Nullable Boolean reviewDue) {
        var question = new Articles.Question(state, null, null, reviewDue, "", null);
        return tenancy.in(acting.code(), () -> articles.list(acting.code(), question, ROWS_MAX));
    }

    @GetMapping("/approvals/{id}")
    View read(Frame frame, Officer me, @PathVariable String id) {
        return reading(frame, me, id);
    }

    private Screen reading(Frame frame, Officer me, String id) {
        var shown = desk.shown(me, desk.article(me, id));
        return Screen.of("approval", frame)
                .with("me", me)
                .with("shown", shown)
                .with("flaws", flaws.of(me, shown.article(), shown.newest()));
    }

    @PostMapping("/approvals/{id}")
    View decide(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String comment,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var government = article.government();
        var said = comment.strip();
        var now = clock.instant();
        var outcome =
                switch (act) {
                    case "approve" ->
                        approveArticle.handle(new ApproveArticle.Command(
                                government, article.id(), edition, said, reason.strip(), me, now));
                    case "remand" ->
                        remandArticle.handle(
                                new RemandArticle.Command(government, article.id(), edition, said, me, now));
                    case "review" ->
                        reviewEmergencyArticle.handle(
                                new ReviewEmergencyArticle.Command(government, article.id(), edition, said, me, now));
                    default -> new Outcome.NotAllowed("何をするかが選ばれていません。下のボタンから選んでください。");
                };
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(request, said(act, desk.shown(me, done.article())));
            return new RedirectView("/articles/" + article.id());
        }
        return reading(frame, me, id)
                .with("comment", comment)
                .with("reason", reason)
                .with("problems", at(outcome))
                .status(ArticleAnswers.status(outcome));
    }

    /** A remark stays on this screen: there may be more. */
    @PostMapping("/approvals/{id}/remarks")
    View remark(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "0") int line,
            @RequestParam(defaultValue = "") String quote,
            @RequestParam(defaultValue = "") String remark,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = addRemark.handle(new AddRemark.Command(
                article.government(), article.id(), edition, line, quote.strip(), remark, me, clock.instant()));
        if (outcome instanceof Outcome.Done) {
            Notice.leave(request, "指摘を加えました。続けて加えるか、「差し戻す」で作成者に戻してください。");
            return new RedirectView("/approvals/" + article.id() + "#remarks");
        }
        return reading(frame, me, id)
                .with("line", line)
                .with("quote", quote)
                .with("remark", remark)
                .with("problems", ArticleAnswers.problems(outcome, "remark"))
                .status(ArticleAnswers.status(outcome));
    }

    /** One field of the deciding form carries every problem, but for the reason that errors may stay. */
    private static Problems at(Outcome outcome) {
        return new Problems(ArticleAnswers.problems(outcome, "comment").all().stream()
                .map(problem -> problem.field().equals("reason") && !(outcome instanceof Outcome.Invalid)
                        ? problem
                        : new Outcome.Problem("comment", problem.message()))
                .toList());
    }

    private static String said(String act, ArticleShown shown) {
        return switch (act) {
            case "approve" -> approved(shown);
            case "remand" -> "差し戻しました。作成者のホームに理由が表示されます。";
            default -> "事後確認を記録しました。";
        };
    }

    private static String approved(ArticleShown shown) {
        var next = shown.flow().progress().current();
        if (shown.article().state() != ArticleState.REVIEW || next.isEmpty()) return "承認しました。公開担当が公開できます。";
        int missing = shown.flow().progress().missing(next.get());
        if (!shown.flow().hasSteps()) return "承認を記録しました。もう%d人の承認が必要です。".formatted(missing);
        return "承認を記録しました。次は「%s」（あと%d人）です。".formatted(next.get().name(), missing);
    }
}
