package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import noroshi.people.Officer;
import noroshi.publishing.Editing;
import noroshi.publishing.Outcome;
import noroshi.publishing.RestoreEdition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/** Taking over from a colleague who edits, texts kept meanwhile, and older editions brought back. */
@Controller
class EditingController {

    private final ArticleDesk desk;
    private final Editing editing;
    private final KeptForms kept;
    private final RestoreEdition restoreEdition;
    private final InstantSource clock;

    EditingController(
            ArticleDesk desk, Editing editing, KeptForms kept, RestoreEdition restoreEdition, InstantSource clock) {
        this.desk = desk;
        this.editing = editing;
        this.kept = kept;
        this.restoreEdition = restoreEdition;
        this.clock = clock;
    }

    @PostMapping("/articles/{id}/take-over")
    View takeOver(Officer me, @PathVariable String id, HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = editing.take(article, me, clock.instant());
        if (outcome instanceof Outcome.NotAllowed(var reason)) throw new Refused(403, "編集を引き継げません", reason);
        Notice.leave(request, "編集を引き継ぎました。前の人が保存しようとした文章は、控えとして残ります。");
        return new RedirectView("/articles/" + article.id() + "/edit");
    }

    @PostMapping("/articles/{id}/editions/{number}/restore")
    View restore(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam int edition,
            HttpServletRequest request) {
        var article = desk.article(me, id);
        var outcome = restoreEdition.handle(
                new RestoreEdition.Command(article.government(), article.id(), number, edition, me, clock.instant()));
        if (outcome instanceof Outcome.Done done) {
            Notice.leave(
                    request,
                    "第%d版の内容で、第%d版の下書きを作りました。公開中の内容は変わりません。"
                            .formatted(number, done.edition().number()));
            return new RedirectView("/articles/" + article.id());
        }
        return Screen.of("article", frame)
                .with("shown", desk.shown(me, desk.article(me, id)))
                .with("problems", ArticleAnswers.problems(outcome, "editions"))
                .status(ArticleAnswers.status(outcome));
    }

    @GetMapping("/articles/{id}/kept/{text}")
    View kept(Frame frame, Officer me, @PathVariable String id, @PathVariable long text) {
        var article = desk.article(me, id);
        var found = kept.setAside(article, text, "");
        var newest = desk.edition(article, article.newestEdition());
        return Screen.of("kept", frame)
                .with("article", article)
                .with("newest", newest)
                .with("text", found)
                .with("own", found.officer() == me.id())
                .with(
                        "title",
                        ArticleDiff.lines(newest.content().title(), found.form().title()))
                .with(
                        "summary",
                        ArticleDiff.lines(
                                newest.content().summary(), found.form().summary()))
                .with(
                        "body",
                        ArticleDiff.lines(newest.content().body(), found.form().body()));
    }

    @PostMapping("/articles/{id}/kept/{text}/drop")
    View drop(Officer me, @PathVariable String id, @PathVariable long text, HttpServletRequest request) {
        var article = desk.article(me, id);
        kept.drop(article, me, text);
        Notice.leave(request, "控えを捨てました。");
        return new RedirectView("/articles/" + article.id());
    }
}
