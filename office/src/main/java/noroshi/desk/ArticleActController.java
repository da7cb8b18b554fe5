package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.ArticleState;
import noroshi.publishing.MoveArticle;
import noroshi.publishing.Outcome;
import noroshi.publishing.RequestReview;
import noroshi.publishing.SeriesShelf;
import noroshi.publishing.WithdrawArticle;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Asking for approval, taking an article from the public pages, and moving it to another series. */
@Controller
class ArticleActController {

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final SeriesShelf series;
    private final RequestReview requestReview;
    private final WithdrawArticle withdrawArticle;
    private final MoveArticle moveArticle;
    private final InstantSource clock;

    ArticleActController(
            ArticleDesk desk,
            Tenancy tenancy,
            SeriesShelf series,
            RequestReview requestReview,
            WithdrawArticle withdrawArticle,
            MoveArticle moveArticle,
            InstantSource clock) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.series = series;
        this.requestReview = requestReview;
        this.withdrawArticle = withdrawArticle;
        this.moveArticle = moveArticle;
        this.clock = clock;
    }

    /** The form stands on the article's own screen. */
    @GetMapping("/articles/{id}/request")
    View request(Officer me, @PathVariable String id) {
        return new RedirectView("/articles/" + desk.article(me, id).id());
    }

    @PostMapping("/articles/{id}/request")
    View request(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String comment,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = requestReview.handle(new RequestReview.Command(
                article.government(), article.id(), edition, comment.strip(), me, clock.instant()));
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(request, "第%d版の承認を依頼しました。承認されると公開できます。".formatted(edition));
            return new RedirectView("/articles/" + done.article().id());
        }
        return Screen.of("article", frame)
                .with("shown", desk.shown(me, desk.article(me, id)))
                .with("comment", comment)
                .with("problems", ArticleAnswers.problems(outcome, "comment"))
                .status(ArticleAnswers.status(outcome));
    }

    @GetMapping("/articles/{id}/withdraw")
    View withdraw(Frame frame, Officer me, @PathVariable String id) {
        return Screen.of("withdraw", frame).with("shown", desk.shown(me, desk.article(me, id)));
    }

    @PostMapping("/articles/{id}/withdraw")
    View withdraw(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(defaultValue = "") String reason,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = withdrawArticle.handle(new WithdrawArticle.Command(
                article.government(), article.id(), edition, reason.strip(), me, clock.instant()));
        if (outcome instanceof Outcome.Done) {
            Notice.leave(request, withdrawn(article));
            return new RedirectView("/articles/" + article.id());
        }
        return Screen.of("withdraw", frame)
                .with("shown", desk.shown(me, desk.article(me, id)))
                .with("reason", reason)
                .with("problems", ArticleAnswers.problems(outcome, "reason"))
                .status(ArticleAnswers.status(outcome));
    }

    private static String withdrawn(Article before) {
        if (before.state() == ArticleState.WITHDRAWN) return "すでに公開を終えているか、取りやめた記事です。何も変わっていません。";
        if (before.isOpen()) return "公開を終了しました。公開サイトからまもなく消えます。記録は残っています。";
        return before.publicEdition() == null ? "下書きを取りやめました。記録は残っています。" : "公開予約を取り消しました。";
    }

    @GetMapping("/articles/{id}/move")
    View move(Frame frame, Officer me, @PathVariable String id) {
        return moving(frame, me, desk.article(me, id)).with("chosen", "");
    }

    @PostMapping("/articles/{id}/move")
    View move(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam int edition,
            @RequestParam(name = "series", defaultValue = "") String to,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = to.isBlank()
                ? new Outcome.Invalid(java.util.List.of(new Outcome.Problem("series", "移す先の媒体が選ばれていません。媒体を選んでください。")))
                : moveArticle.handle(
                        new MoveArticle.Command(article.government(), article.id(), edition, to, me, clock.instant()));
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(request, "媒体を移しました。前のアドレスからは自動で案内されます。");
            return new RedirectView("/articles/" + done.article().id());
        }
        return moving(frame, me, desk.article(me, id))
                .with("chosen", to)
                .with("problems", ArticleAnswers.problems(outcome, "series"))
                .status(ArticleAnswers.status(outcome));
    }

    private Screen moving(Frame frame, Officer me, Article article) {
        return Screen.of("move", frame)
                .with("shown", desk.shown(me, article))
                .with("series", tenancy.in(article.government(), () -> series.list(article.government())));
    }
}
