package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.Articles;
import noroshi.publishing.SeriesShelf;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Pages of the own site that a text may link to, found by words: for the picker, and as a page of its own. */
@Controller
class LinkTargets {

    private static final int FOUND_MAX = 20;
    private static final int WORDS_CHARACTERS_MAX = 100;

    private final Tenancy tenancy;
    private final Articles articles;
    private final SeriesShelf series;
    private final Directory directory;

    LinkTargets(Tenancy tenancy, Articles articles, SeriesShelf series, Directory directory) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.series = series;
        this.directory = directory;
    }

    @GetMapping("/write/pages")
    View page(Frame frame, Acting acting, @RequestParam(name = "q", defaultValue = "") String words) {
        return Screen.of("writepages", frame)
                .with("acting", acting)
                .with("words", words)
                .with("found", find(acting.code(), words));
    }

    @GetMapping(value = "/write/pages.json")
    ResponseEntity<Map<String, Object>> list(Acting acting, @RequestParam(name = "q", defaultValue = "") String words) {
        return WritingController.json(Map.of("found", find(acting.code(), words)));
    }

    List<LinkTarget> find(String government, String typed) {
        var words = typed.strip();
        if (words.isEmpty() || words.length() > WORDS_CHARACTERS_MAX) return List.of();
        return tenancy.in(government, () -> {
            var found = new ArrayList<LinkTarget>();
            for (var one : series.list(government))
                if (one.name().contains(words))
                    found.add(new LinkTarget("s-" + one.code(), one.name(), "/" + one.code() + "/", "媒体の一覧"));
            for (var one : directory.listDepartments(government))
                if (one.name().contains(words))
                    found.add(new LinkTarget(
                            "d-" + one.code(), one.name(), "/departments/" + one.code() + "/", "課室のページ"));
            var question = new Articles.Question(null, null, null, null, words, null);
            for (var row : articles.list(government, question, FOUND_MAX))
                found.add(new LinkTarget(
                        "a-" + row.article().id(),
                        row.newest().title(),
                        "article:" + row.article().id(),
                        row.article().isOpen() ? "公開中の記事" : "公開されていない記事"));
            return found.stream().limit(FOUND_MAX).toList();
        });
    }
}
