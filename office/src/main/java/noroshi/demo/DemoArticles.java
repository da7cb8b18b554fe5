package noroshi.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.people.Officer;
import noroshi.people.Officers;
import noroshi.people.Role;
import noroshi.platform.Time;
import noroshi.publishing.BulkArticles;
import noroshi.publishing.Content;
import noroshi.publishing.FinishedArticle;
import noroshi.publishing.Happening;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Loads the articles of the demonstration, dated from today. */
@Component
final class DemoArticles {

    private static final Pattern LINK = Pattern.compile("\\[([^\\]]*)\\]\\(article:([a-z0-9-]+)\\)");

    private final Officers officers;
    private final BulkArticles bulk;
    private final DemoImages images;

    DemoArticles(Officers officers, BulkArticles bulk, DemoImages images) {
        this.officers = officers;
        this.bulk = bulk;
        this.images = images;
    }

    private record Dated(ArticleText text, DayOfFilling day) {
        Instant opensAt() {
            return day.instant(text.get("published"));
        }
    }

    void load(Instant now) {
        var today = new DayOfFilling(now.atZone(Time.JAPAN).toLocalDate());
        var articles = new ArrayList<Dated>();
        for (var file : Resources.articleFiles())
            for (var text : ArticleText.read(file)) articles.add(new Dated(text, dayOf(text, today)));
        articles.sort(Comparator.comparing(Dated::opensAt));
        var ids = new HashMap<String, Long>();
        var fresh = bulk.ids(articles.size()).iterator();
        for (var article : articles) ids.put(article.text().get("id"), fresh.next());
        var finished = new LinkedHashMap<Long, FinishedArticle>();
        var people = new HashMap<String, List<Officer>>();
        for (var article : articles)
            finished.put(
                    java.util.Objects.requireNonNull(ids.get(article.text().get("id"))),
                    finished(
                            article,
                            ids,
                            people.computeIfAbsent(article.text().get("government"), officers::list),
                            now));
        bulk.add(finished, now);
    }

    private static DayOfFilling dayOf(ArticleText text, DayOfFilling today) {
        return text.has("season") ? today.inSeason(text.get("season"), text.get("published")) : today;
    }

    private FinishedArticle finished(Dated article, Map<String, Long> ids, List<Officer> people, Instant now) {
        var text = article.text();
        var author = people.stream()
                .filter(officer -> officer.login().equals(text.get("author")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The author of '%s' is not in officers.csv.".formatted(text.get("id"))));
        var correction = text.has("correction") ? text.get("correction").split("\\|", 2) : null;
        return new FinishedArticle(
                text.get("government"),
                text.get("series"),
                content(article, ids, author, now),
                author.id(),
                other(people, Role.APPROVER, author).id(),
                other(people, Role.PUBLISHER, author).id(),
                article.opensAt(),
                text.has("closes") ? article.day().instant(text.get("closes")) : null,
                correction == null ? null : article.day().dated(correction[1].strip()),
                correction == null ? null : article.day().instant(correction[0]));
    }

    private Content content(Dated article, Map<String, Long> ids, Officer author, Instant now) {
        var text = article.text();
        return new Content(
                text.get("title"),
                article.day().dated(text.get("summary", "")),
                linked(article.day().dated(text.body()), ids),
                text.list("areas"),
                text.list("topics"),
                text.has("department") ? text.get("department") : null,
                happening(article),
                text.has("image") ? images.add(author, text.get("image"), text.get("alt"), now) : null,
                List.of(),
                Marks.NONE);
    }

    private static @Nullable Happening happening(Dated article) {
        if (!article.text().has("event")) return null;
        var parts = article.text().get("event").split(" / ", 3);
        return new Happening(
                article.day().instant(parts[0]),
                parts.length > 1 && !parts[1].isBlank() ? article.day().instant(parts[1]) : null,
                parts.length > 2 ? parts[2].strip() : "");
    }

    /** Slugs become ids; a link to an article that is not there keeps its words. */
    private static String linked(String body, Map<String, Long> ids) {
        return LINK.matcher(body).replaceAll(found -> {
            var id = ids.get(found.group(2));
            return java.util.regex.Matcher.quoteReplacement(
                    id == null ? found.group(1) : "[%s](article:%d)".formatted(found.group(1), id));
        });
    }

    /** Someone else in the role; where a government has nobody else, the author's name stands. */
    private static Officer other(List<Officer> people, Role role, Officer author) {
        return people.stream()
                .filter(officer -> officer.has(role) && officer.id() != author.id())
                .findFirst()
                .orElse(author);
    }
}
