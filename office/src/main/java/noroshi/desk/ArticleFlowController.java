package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import noroshi.people.Officer;
import noroshi.publishing.Article;
import noroshi.publishing.CancelReplacement;
import noroshi.publishing.Outcome;
import noroshi.publishing.PullBackArticle;
import noroshi.publishing.ResolveRemark;
import noroshi.publishing.SetReviewDate;
import noroshi.publishing.TrashArticle;
import noroshi.routes.ConfirmReading;
import noroshi.routes.RouteOutcome;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** The smaller acts on an article's way: pulling back, the trash, remarks that are done, circulation, review dates. */
@Controller
class ArticleFlowController {

    private final ArticleDesk desk;
    private final PullBackArticle pullBackArticle;
    private final CancelReplacement cancelReplacement;
    private final TrashArticle trashArticle;
    private final ResolveRemark resolveRemark;
    private final SetReviewDate setReviewDate;
    private final ConfirmReading confirmReading;
    private final InstantSource clock;

    ArticleFlowController(
            ArticleDesk desk,
            PullBackArticle pullBackArticle,
            CancelReplacement cancelReplacement,
            TrashArticle trashArticle,
            ResolveRemark resolveRemark,
            SetReviewDate setReviewDate,
            ConfirmReading confirmReading,
            InstantSource clock) {
        this.desk = desk;
        this.pullBackArticle = pullBackArticle;
        this.cancelReplacement = cancelReplacement;
        this.trashArticle = trashArticle;
        this.resolveRemark = resolveRemark;
        this.setReviewDate = setReviewDate;
        this.confirmReading = confirmReading;
        this.clock = clock;
    }

    @GetMapping("/articles/{id}/pull-back")
    View pullBack(Frame frame, Officer me, @PathVariable String id) {
        return ask(frame, me, id, ArticleQuestion.PULL_BACK);
    }

    @PostMapping("/articles/{id}/pull-back")
    View pullBack(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        return act(
                frame,
                me,
                id,
                request,
                ArticleQuestion.PULL_BACK,
                (article, by) -> pullBackArticle.handle(new PullBackArticle.Command(
                        article.government(), article.id(), edition, comment.strip(), by, clock.instant())));
    }

    @GetMapping("/articles/{id}/cancel-replacement")
    View cancel(Frame frame, Officer me, @PathVariable String id) {
        return ask(frame, me, id, ArticleQuestion.CANCEL_REPLACEMENT);
    }

    @PostMapping("/articles/{id}/cancel-replacement")
    View cancel(
            Frame frame, Officer me, @PathVariable String id, @RequestParam int edition, HttpServletRequest request) {
        return act(
                frame,
                me,
                id,
                request,
                ArticleQuestion.CANCEL_REPLACEMENT,
                (article, by) -> cancelReplacement.handle(new CancelReplacement.Command(
                        article.government(), article.id(), edition, by, clock.instant())));
    }

    @GetMapping("/articles/{id}/trash")
    View trash(Frame frame, Officer me, @PathVariable String id) {
        return ask(frame, me, id, ArticleQuestion.TRASH);
    }

    @PostMapping("/articles/{id}/trash")
    View trash(
            Frame frame, Officer me, @PathVariable String id, @RequestParam int edition, HttpServletRequest request) {
        return act(
                frame,
                me,
                id,
                request,
                ArticleQuestion.TRASH,
                (article, by) -> trashArticle.handle(trashed(article, edition, by)));
    }

    @GetMapping("/articles/{id}/take-out")
    View takeOut(Frame frame, Officer me, @PathVariable String id) {
        return ask(frame, me, id, ArticleQuestion.TAKE_OUT);
    }

    @PostMapping("/articles/{id}/take-out")
    View takeOut(
            Frame frame, Officer me, @PathVariable String id, @RequestParam int edition, HttpServletRequest request) {
        return act(
                frame,
                me,
                id,
                request,
                ArticleQuestion.TAKE_OUT,
                (article, by) -> trashArticle.takeOut(trashed(article, edition, by)));
    }

    private TrashArticle.Command trashed(Article article, int edition, Officer by) {
        return new TrashArticle.Command(article.government(), article.id(), edition, by, clock.instant());
    }

    private Screen ask(Frame frame, Officer me, String id, ArticleQuestion question) {
        return Screen.of("question", frame)
                .with("shown", desk.shown(me, desk.article(me, id)))
                .with("question", question);
    }

    private View act(
            Frame frame,
            Officer me,
            String id,
            HttpServletRequest request,
            ArticleQuestion question,
            BiFunction<Article, Officer, Outcome> act) {
        var article = desk.article(me, id);
        var outcome = act.apply(article, me);
        if (outcome instanceof Outcome.Done) {
            Notice.leave(request, question.done());
            return new RedirectView("/articles/" + article.id());
        }
        return ask(frame, me, id, question)
                .with("problems", ArticleAnswers.problems(outcome, "comment"))
                .status(ArticleAnswers.status(outcome));
    }

    @PostMapping("/articles/{id}/remarks/{remark}/resolve")
    View resolve(
            Frame frame, Officer me, @PathVariable String id, @PathVariable long remark, HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = resolveRemark.handle(
                new ResolveRemark.Command(article.government(), article.id(), remark, me, clock.instant()));
        if (!(outcome instanceof Outcome.Done)) return shown(frame, me, id, outcome, "remarks");
        Notice.leave(request, "指摘を解決にしました。");
        return new RedirectView("/articles/" + article.id() + "#remarks");
    }

    @PostMapping("/articles/{id}/review-date")
    View reviewDate(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String reviewDate,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        Outcome outcome;
        try {
            var day = reviewDate.isBlank() ? null : LocalDate.parse(reviewDate.strip());
            outcome = setReviewDate.handle(new SetReviewDate.Command(
                    article.government(), article.id(), day, note.strip(), me, clock.instant()));
        } catch (DateTimeException notADate) {
            outcome = new Outcome.Invalid(
                    List.of(new Outcome.Problem("reviewDate", "見直し日「%s」を日付として読めません。".formatted(reviewDate))));
        }
        if (!(outcome instanceof Outcome.Done)) return shown(frame, me, id, outcome, "reviewDate");
        Notice.leave(request, reviewDate.isBlank() ? "見直し日をなくしました。" : "見直し日を保存しました。");
        return new RedirectView("/articles/" + article.id());
    }

    private Screen shown(Frame frame, Officer me, String id, Outcome outcome, String field) {
        return Screen.of("article", frame)
                .with("shown", desk.shown(me, desk.article(me, id)))
                .with("problems", ArticleAnswers.problems(outcome, field))
                .status(ArticleAnswers.status(outcome));
    }

    @PostMapping("/articles/{id}/read")
    View read(Officer me, @PathVariable String id, @RequestParam int edition, HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = confirmReading.handle(
                new ConfirmReading.Command(article.government(), article.id(), edition, me, clock.instant()));
        if (outcome instanceof RouteOutcome.NotAllowed(var reason)) throw new Refused(403, "回覧を確認できません", reason);
        Notice.leave(request, "読んだことを記録しました。");
        return new RedirectView("/articles/" + article.id());
    }
}
