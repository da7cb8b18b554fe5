package noroshi.desk;

import noroshi.people.Officer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One article: where it stands, what can be done, its editions, what differs between them, and its history. */
@Controller
class ArticleViewController {

    private final ArticleDesk desk;

    ArticleViewController(ArticleDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/articles/{id}")
    View show(Frame frame, Officer me, @PathVariable String id) {
        return Screen.of("article", frame).with("shown", desk.shown(me, desk.article(me, id)));
    }

    /** @param with the edition to compare with; without it the one before */
    @GetMapping("/articles/{id}/editions/{number}")
    View edition(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @PathVariable int number,
            @RequestParam(required = false) @org.jspecify.annotations.Nullable Integer with) {
        var article = desk.article(me, id);
        var edition = desk.edition(article, number);
        int other = with == null ? Math.max(1, number - 1) : with;
        var older = desk.edition(article, other);
        return Screen.of("edition", frame)
                .with("shown", desk.shown(me, article))
                .with("edition", edition)
                .with("older", older)
                .with(
                        "bodyHtml",
                        ArticleDesk.bodyHtml(
                                article.government(), edition.content().body()))
                .with(
                        "title",
                        ArticleDiff.lines(
                                older.content().title(), edition.content().title()))
                .with(
                        "summary",
                        ArticleDiff.lines(
                                older.content().summary(), edition.content().summary()))
                .with(
                        "body",
                        ArticleDiff.lines(
                                older.content().body(), edition.content().body()));
    }
}
