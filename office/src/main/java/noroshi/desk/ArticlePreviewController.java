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

/** The page as readers will get it, full, lite or text, made by the same code: inside a frame, with what it weighs. */
@Controller
class ArticlePreviewController {

    private final ArticleDesk desk;
    private final Tenancy tenancy;
    private final SitePreview preview;

    ArticlePreviewController(ArticleDesk desk, Tenancy tenancy, SitePreview preview) {
        this.desk = desk;
        this.tenancy = tenancy;
        this.preview = preview;
    }

    @GetMapping("/articles/{id}/preview")
    View framed(
            Frame frame,
            Officer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "full") String view,
            @RequestParam(defaultValue = "1") int part) {
        var article = desk.article(me, id);
        var newest = desk.edition(article, article.newestEdition());
        var shown = show(article, newest, view(view), part);
        return Screen.of("preview", frame)
                .with("article", article)
                .with("edition", newest)
                .with("view", view(view).name().toLowerCase(java.util.Locale.ROOT))
                .with("part", shown.part())
                .with("parts", shown.parts())
                .with("bytes", shown.wireBytes());
    }

    @GetMapping("/articles/{id}/page")
    ResponseEntity<byte[]> page(
            Officer me,
            @PathVariable String id,
            @RequestParam(defaultValue = "full") String view,
            @RequestParam(defaultValue = "1") int part) {
        var article = desk.article(me, id);
        var newest = desk.edition(article, article.newestEdition());
        var shown = show(article, newest, view(view), part);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header("Content-Security-Policy", shown.policy())
                .cacheControl(CacheControl.noStore())
                .body(shown.html().getBytes(StandardCharsets.UTF_8));
    }

    private SitePreview.Preview show(Article article, Edition edition, SitePreview.View view, int part) {
        var government = article.government();
        return tenancy.in(
                government,
                () -> preview.show(
                        government,
                        article.series(),
                        edition.content(),
                        desk.media(government, edition.content()),
                        view,
                        Math.max(1, part),
                        "/media/" + government + "/"));
    }

    private static SitePreview.View view(String code) {
        return switch (code) {
            case "lite" -> SitePreview.View.LITE;
            case "text" -> SitePreview.View.TEXT;
            default -> SitePreview.View.FULL;
        };
    }
}
