package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import noroshi.publishing.ApproveArticle;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.Outcome;
import noroshi.publishing.RemandArticle;
import noroshi.publishing.ReviewEmergencyArticle;
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

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final Articles articles;
    private final ApproveArticle approveArticle;
    private final RemandArticle remandArticle;
    private final ReviewEmergencyArticle reviewEmergencyArticle;
    private final InstantSource clock;

    ApprovalController(
            ArticleDesk desk,
            Tenancy tenancy,
            Articles articles,
            ApproveArticle approveArticle,
            RemandArticle remandArticle,
            ReviewEmergencyArticle reviewEmergencyArticle,
            InstantSource clock) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.articles = articles;
        this.approveArticle = approveArticle;
        this.remandArticle = remandArticle;
        this.reviewEmergencyArticle = reviewEmergencyArticle;
        this.clock = clock;
    }

    @GetMapping("/approvals")
    View list(Frame frame, Officer me, Acting acting) {
        return Screen.of("approvals", frame)
                .with("me", me)
                .with("acting", acting)
                .with("waiting", rows(acting, ArticleState.REVIEW, null))
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
        return Screen.of("approval", frame).with("me", me).with("shown", desk.shown(me, desk.article(me, id)));
    }

    @PostMapping("/approvals/{id}")
    View decide(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String act,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var government = article.government();
        var said = comment.strip();
        var now = clock.instant();
        var outcome =
                switch (act) {
                    case "approve" ->
                        approveArticle.handle(
                                new ApproveArticle.Command(government, article.id(), edition, said, me, now));
                    case "remand" ->
                        remandArticle.handle(
                                new RemandArticle.Command(government, article.id(), edition, said, me, now));
                    case "review" ->
                        reviewEmergencyArticle.handle(
                                new ReviewEmergencyArticle.Command(government, article.id(), edition, said, me, now));
                    default -> new Outcome.NotAllowed("何をするかが選ばれていません。下のボタンから選んでください。");
                };
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(request, said(act, done));
            return new RedirectView("/articles/" + article.id());
        }
        return reading(frame, me, id)
                .with("comment", comment)
                .with("problems", at("comment", ArticleAnswers.problems(outcome, "comment")))
                .status(ArticleAnswers.status(outcome));
    }

    /** The one field of this form carries every problem. */
    private static Problems at(String field, Problems problems) {
        return new Problems(problems.all().stream()
                .map(problem -> new Outcome.Problem(field, problem.message()))
                .toList());
    }

    private static String said(String act, Outcome.Done done) {
        return switch (act) {
            case "approve" ->
                done.article().state() == ArticleState.APPROVED ? "承認しました。公開担当が公開できます。" : "承認を記録しました。もう1人の承認が必要です。";
            case "remand" -> "差し戻しました。作成者のホームに理由が表示されます。";
            default -> "事後確認を記録しました。";
        };
    }
}
