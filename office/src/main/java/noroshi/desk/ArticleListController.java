package noroshi.desk;

import java.util.Locale;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Articles;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** All articles of the officer's government, found by state, series and words. */
@Controller
class ArticleListController {

    static final int ROWS_MAX = 20;

    private final Tenancy tenancy;
    private final Articles articles;
    private final SeriesShelf series;
    private final ArticleDesk desk;

    ArticleListController(Tenancy tenancy, Articles articles, SeriesShelf series, ArticleDesk desk) {
        this.tenancy = tenancy;
        this.articles = articles;
        this.series = series;
        this.desk = desk;
    }

    @GetMapping("/articles")
    View list(
            Frame frame,
            Acting acting,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "series", defaultValue = "") String code,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String before) {
        var government = acting.code();
        var filter = new ArticleFilter(state, code, words.strip());
        var question = new Articles.Question(
                state(state),
                code.isBlank() ? null : code,
                null,
                null,
                filter.words(),
                before.matches("[0-9]{1,18}") ? Long.valueOf(before) : null);
        var rows = tenancy.in(government, () -> articles.list(government, question, ROWS_MAX + 1));
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        return Screen.of("articles", frame)
                .with("acting", acting)
                .with("filter", filter)
                .with("rows", shown)
                .with(
                        "next",
                        more ? acting.at(filter.next(shown.getLast().article().id())) : "")
                .with("first", question.before() == null)
                .with("counts", tenancy.in(government, () -> articles.count(government)))
                .with("series", tenancy.in(government, () -> series.list(government)))
                .with("names", desk.names(government));
    }

    /** An unknown state asks for everything: a mistyped address is no dead end. */
    static @Nullable ArticleState state(String code) {
        for (var state : ArticleState.values()) if (state.code().equals(code.toLowerCase(Locale.ROOT))) return state;
        return null;
    }
}
