package noroshi.channels;

import java.util.stream.Collectors;
import noroshi.people.Directory;
import noroshi.platform.Announcement;
import noroshi.platform.Tenancy;
import noroshi.publishing.Article;
import noroshi.publishing.PublicArticle;
import noroshi.publishing.PublicArticles;
import noroshi.publishing.SeriesShelf;
import org.springframework.stereotype.Component;

/**
 * Decides what a newly public edition means for subscribers: news the first time, a short note to those who got it when
 * it is a correction, and nothing when it is an ordinary edit.
 */
@Component
class ArticleMail {

    private final PublicArticles articles;
    private final SeriesShelf series;
    private final Directory directory;
    private final Dispatches dispatches;
    private final DispatchStore store;
    private final Tenancy tenancy;

    ArticleMail(
            PublicArticles articles,
            SeriesShelf series,
            Directory directory,
            Dispatches dispatches,
            DispatchStore store,
            Tenancy tenancy) {
        this.articles = articles;
        this.series = series;
        this.directory = directory;
        this.dispatches = dispatches;
        this.store = store;
        this.tenancy = tenancy;
    }

    static boolean isUrgent(Announcement announcement) {
        return announcement.fact("lane").equals("EMERGENCY");
    }

    /** One transaction for each announcement; the key of the dispatch makes a repetition harmless. */
    void tell(Announcement announcement) {
        boolean first = Boolean.parseBoolean(announcement.fact("first"));
        var correction = announcement.fact("correction");
        if (!first && correction.isBlank()) return;
        // A machine's article (a telegram's) is told by the emergency that it raises, when it raises one.
        if (Boolean.parseBoolean(announcement.fact("automatic"))) return;
        long article = Long.parseLong(announcement.fact("article"));
        int edition = Integer.parseInt(announcement.fact("edition"));
        var government = announcement.government();
        // An article that was withdrawn in the meantime is told to nobody. One that a machine made is told by its
        // maker,
        // on a change of state only (Dispatches.alert).
        tenancy.run(government, () -> articles.find(government, article)
                .filter(found -> found.article().isOpen() && found.article().origin() == null)
                .ifPresent(found -> {
                    if (first) first(government, news(government, found));
                    else correct(government, news(government, found), edition, correction);
                }));
    }

    private News news(String government, PublicArticle article) {
        var code = article.article().series();
        var shelf = series.find(government, code)
                .orElseThrow(() -> new IllegalStateException("There is no series %s.".formatted(code)));
        var linked = articles
                .list(government, News.linked(article.edition().content().body()))
                .stream()
                .map(PublicArticle::article)
                .collect(Collectors.toMap(Article::id, Article::path));
        return new News(directory.getGovernment(government).name(), shelf, article, linked);
    }

    private void first(String government, News news) {
        dispatches.everyone(government, news.first(), news.areas());
    }

    private void correct(String government, News news, int edition, String correction) {
        store.find(government, news.firstKey())
                .ifPresent(first ->
                        dispatches.everyoneWhoGot(government, first.id(), news.correction(edition, correction)));
    }
}
