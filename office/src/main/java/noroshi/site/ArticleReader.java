package noroshi.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.markup.Arrangement;
import noroshi.publishing.Happening;
import noroshi.publishing.Headline;
import noroshi.publishing.Markdown;
import noroshi.publishing.MediaFact;
import noroshi.publishing.PublicArticle;
import noroshi.publishing.PublicArticles;
import noroshi.publishing.PublicLists;
import noroshi.site.page.ArticleFacts;
import noroshi.site.page.DepartmentFacts;
import noroshi.site.page.EntryFacts;
import noroshi.site.page.EventFacts;
import noroshi.site.page.MediaFacts;
import noroshi.site.page.Place;
import noroshi.site.page.SeriesFacts;
import noroshi.site.page.SiteFacts;
import noroshi.site.page.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Turns what publishing tells of an article into what its pages show. */
@Repository
class ArticleReader {

    /** How many neighbours are asked for on each side: the nearest may just be closed. */
    private static final int NEIGHBOURS = 3;

    private final PublicArticles articles;
    private final PublicLists lists;
    private final JdbcClient sql;

    ArticleReader(PublicArticles articles, PublicLists lists, JdbcClient sql) {
        this.articles = articles;
        this.lists = lists;
        this.sql = sql;
    }

    /** Those of the ids that have a public or promised edition. */
    List<ArticleFacts> list(SiteFacts site, Map<String, DepartmentFacts> departments, Collection<Long> ids) {
        return articles.list(site.code(), ids).stream()
                .map(article -> facts(site, departments, article))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable ArticleFacts facts(
            SiteFacts site, Map<String, DepartmentFacts> departments, PublicArticle found) {
        var article = found.article();
        var window = Window.of(article.opensAt(), article.closesAt());
        if (window == null) return null;
        var list = "series:" + article.series();
        long place = found.lists().contains(list) ? lists.place(site.code(), list, article.id()) : 0;
        return facts(
                site,
                departments,
                found,
                window,
                links(content(found)),
                older(site, list, place),
                newer(site, list, place));
    }

    static ArticleFacts facts(
            SiteFacts site,
            Map<String, DepartmentFacts> departments,
            PublicArticle found,
            Window window,
            Map<Long, String> links,
            List<EntryFacts> older,
            List<EntryFacts> newer) {
        var article = found.article();
        var content = found.edition().content();
        var published = published(
                article.firstPublicAt(), article.opensAt(), found.edition().writtenAt());
        var media = found.media().stream().map(ArticleReader::media).toList();
        var lead = media.stream()
                .filter(m -> m.hash().equals(content.image()))
                .findFirst()
                .orElse(null);
        return new ArticleFacts(
                article.id(),
                series(site, article.series()),
                content.title(),
                content.summary(),
                content.body(),
                places(site.areas(), content.areas()),
                places(site.topics(), content.topics()),
                content.department() == null ? null : departments.get(content.department()),
                event(content.happening()),
                lead,
                media.stream()
                        .filter(m -> m != lead && !content.body().contains(m.hash()))
                        .toList(),
                media,
                links,
                contacts(departments, content.body()),
                found.corrections().stream()
                        .map(c -> new ArticleFacts.Correction(c.at(), c.text()))
                        .toList(),
                content.marks().code(),
                published,
                article.changedAt() == null ? published : article.changedAt(),
                window,
                older,
                newer);
    }

    /** The departments whose contact data the body shows; unknown codes are left out. */
    static Map<String, DepartmentFacts> contacts(Map<String, DepartmentFacts> departments, String body) {
        var contacts = new HashMap<String, DepartmentFacts>();
        for (var code : Arrangement.departments(body)) {
            var department = departments.get(code);
            if (department != null) contacts.put(code, department);
        }
        return contacts;
    }

    private static String content(PublicArticle found) {
        return found.edition().content().body();
    }

    /** Where links to other articles lead, whichever government's they are; those that nobody may see lead nowhere. */
    Map<Long, String> links(String body) {
        if (!body.contains("article:")) return Map.of();
        var ids = Markdown.render(body).articles();
        if (ids.isEmpty()) return Map.of();
        var links = new HashMap<Long, String>();
        sql.sql("select id, government, series from article where id in (:ids) and public_edition is not null")
                .param("ids", ids)
                .query(row -> {
                    links.put(
                            row.getLong("id"),
                            "/%s/%s/%d"
                                    .formatted(
                                            row.getString("government"), row.getString("series"), row.getLong("id")));
                });
        return links;
    }

    /** The printed date: when it opened, or when it will. */
    static Instant published(@Nullable Instant first, @Nullable Instant opens, Instant written) {
        if (first != null) return first;
        return opens == null ? written : opens;
    }

    private List<EntryFacts> older(SiteFacts site, String list, long place) {
        if (place <= 1) return List.of();
        var found = new ArrayList<>(
                entries(site, lists.places(site.code(), list, Math.max(1, place - NEIGHBOURS), place - 1)));
        return found.reversed();
    }

    private List<EntryFacts> newer(SiteFacts site, String list, long place) {
        if (place == 0) return List.of();
        return entries(site, lists.places(site.code(), list, place + 1, place + NEIGHBOURS));
    }

    static List<EntryFacts> entries(SiteFacts site, List<Headline> headlines) {
        return headlines.stream()
                .map(h -> entry(site, h))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable EntryFacts entry(SiteFacts site, Headline line) {
        var window = Window.of(line.opensAt(), line.closesAt());
        if (window == null) return null;
        var published = published(line.firstPublicAt(), line.opensAt(), Instant.EPOCH);
        return new EntryFacts(
                line.article(),
                series(site, line.series()),
                line.position(),
                line.title(),
                line.summary(),
                line.marks().code(),
                published,
                line.changedAt() == null ? published : line.changedAt(),
                event(line.happening()),
                line.image() == null ? null : media(line.image()),
                window);
    }

    /** A promised article as lists will show it; it gets its place when it opens. */
    static EntryFacts promised(ArticleFacts article, long position) {
        return new EntryFacts(
                article.id(),
                article.series(),
                position,
                article.title(),
                article.summary(),
                article.mark(),
                article.publishedAt(),
                article.changedAt(),
                article.event(),
                article.image(),
                article.window());
    }

    static MediaFacts media(MediaFact fact) {
        return new MediaFacts(
                fact.hash(),
                fact.name(),
                fact.type(),
                fact.extension(),
                fact.bytes(),
                fact.width() == null ? 0 : fact.width(),
                fact.height() == null ? 0 : fact.height(),
                fact.alt(),
                fact.caption());
    }

    static @Nullable EventFacts event(@Nullable Happening happening) {
        return happening == null ? null : new EventFacts(happening.startsAt(), happening.endsAt(), happening.place());
    }

    static SeriesFacts series(SiteFacts site, String code) {
        return site.series().stream()
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElseGet(() -> new SeriesFacts(code, code, "", "news"));
    }

    static List<Place> places(List<Place> known, List<String> codes) {
        var byCode = known.stream().collect(Collectors.toMap(Place::code, Function.identity()));
        return codes.stream().map(byCode::get).filter(Objects::nonNull).toList();
    }
}
