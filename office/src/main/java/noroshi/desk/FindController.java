package noroshi.desk;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.care.OfficeSearch;
import noroshi.people.Department;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.ArticleState;
import noroshi.publishing.Series;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** 検索: anything in the office by its words: articles in every state, files, inquiries, and the office's own screens. */
@Controller
class FindController {

    private static final int PAGE_NUMBER_MAX = 48;

    private final OfficeSearch search;
    private final SeriesShelf series;
    private final Directory directory;
    private final Tenancy tenancy;

    FindController(OfficeSearch search, SeriesShelf series, Directory directory, Tenancy tenancy) {
        this.search = search;
        this.series = series;
        this.directory = directory;
        this.tenancy = tenancy;
    }

    private record Lists(List<Series> series, List<Department> departments) {}

    @GetMapping("/find")
    View find(
            Frame frame,
            Acting acting,
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "series", defaultValue = "") String inSeries,
            @RequestParam(defaultValue = "") String department,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "0") int page) {
        var asked = new FindAsked(cut(words), kind, state, inSeries, department, from, until);
        int at = Math.clamp(page, 0, PAGE_NUMBER_MAX);
        var hits = search.find(acting.code(), acting.officer(), question(asked), at);
        var lists = tenancy.in(
                acting.code(), () -> new Lists(series.list(acting.code()), directory.listDepartments(acting.code())));
        return Screen.of("find", frame)
                .with("acting", acting)
                .with("asked", asked)
                .with("hits", hits.hits())
                .with("screens", at == 0 ? OfficeScreens.find(asked.words(), acting) : List.of())
                .with("page", at)
                .with("next", hits.more() ? acting.at("/find?" + asked.query() + "&page=" + (at + 1)) : "")
                .with("before", at > 0 ? acting.at("/find?" + asked.query() + "&page=" + (at - 1)) : "")
                .with("series", lists.series())
                .with("departments", lists.departments())
                .with("names", names(lists))
                .with("states", states());
    }

    private static OfficeSearch.Question question(FindAsked asked) {
        return new OfficeSearch.Question(
                asked.words(),
                orNull(asked.kind()),
                orNull(asked.state()),
                orNull(asked.series()),
                orNull(asked.department()),
                Moments.day(asked.from(), 0),
                Moments.day(asked.until(), 1));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, String> names(Lists lists) {
        var names = new HashMap<String, String>();
        lists.series().forEach(one -> names.put("series:" + one.code(), one.name()));
        lists.departments().forEach(one -> names.put("department:" + one.code(), one.name()));
        for (var state : ArticleState.values()) names.put("state:" + state.code(), state.japanese());
        names.put("state:received", "受付");
        names.put("state:in_progress", "対応中");
        names.put("state:answered", "回答済み");
        names.put("state:forwarded", "転送");
        names.put("state:image", "画像");
        names.put("state:attachment", "文書");
        return names;
    }

    private static Map<String, String> states() {
        var states = new LinkedHashMap<String, String>();
        for (var state : ArticleState.values()) states.put(state.code(), state.japanese());
        return states;
    }

    private static String cut(String words) {
        var stripped = words.strip();
        return stripped.length() <= OfficeSearch.WORDS_CHARACTERS_MAX
                ? stripped
                : stripped.substring(0, OfficeSearch.WORDS_CHARACTERS_MAX);
    }
}
