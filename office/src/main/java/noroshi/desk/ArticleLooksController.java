package noroshi.desk;

import java.nio.charset.StandardCharsets;
import noroshi.people.Officer;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.Edition;
import noroshi.site.SitePreview;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Two editions as readers would see them, side by side, with what differs marked in the page. */
@Controller
class ArticleLooksController {

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final SitePreview preview;

    ArticleLooksController(ArticleDesk desk, Tenancy tenancy, SitePreview preview) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.preview = preview;
    }

    /** @param with the edition to compare with */
    @GetMapping("/articles/{id}/editions/{number}/looks")
    View sides(Frame frame, Officer me, @PathVariable String id, @PathVariable int number, @RequestParam int with) {
        var article = desk.article(me, id);
        var older = desk.edition(article, Math.min(number, with));
        var newer = desk.edition(article, Math.max(number, with));
        return Screen.of("looks", frame)
                .with("article", article)
                .with("older", older)
                .with("newer", newer)
                .with(
                        "changes",
                        LooksDiff.compare(
                                        show(article, older).html(),
                                        show(article, newer).html())
                                .changes());
    }

    /** One of the two pages, for its frame. @param against the other edition */
    @GetMapping("/articles/{id}/page/compared")
    ResponseEntity<byte[]> page(
            Officer me, @PathVariable String id, @RequestParam int edition, @RequestParam int against) {
        var article = desk.article(me, id);
        var one = desk.edition(article, edition);
        var other = desk.edition(article, against);
        boolean newer = edition >= against;
        var shown = show(article, one);
        var pages = newer
                ? LooksDiff.compare(show(article, other).html(), shown.html())
                : LooksDiff.compare(shown.html(), show(article, other).html());
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", shown.policy())
                .cacheControl(CacheControl.noStore())
                .body((newer ? pages.newer() : pages.older()).getBytes(StandardCharsets.UTF_8));
    }

    private SitePreview.Preview show(Article article, Edition edition) {
        var government = article.government();
        return tenancy.in(
                government,
                () -> preview.show(
                        government,
                        article.series(),
                        edition.content(),
                        desk.media(government, edition.content()),
                        SitePreview.View.FULL,
                        1,
                        "/media/" + government + "/"));
    }
}
