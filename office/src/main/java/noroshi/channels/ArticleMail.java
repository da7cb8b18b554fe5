package noroshi.channels;

import noroshi.platform.Announcement;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/**
 * Decides what a newly public edition means for subscribers: news the first time, a short note to those who got it when
 * it is a correction, and nothing when it is an ordinary edit.
 */
@Component
class ArticleMail {

    private final NewsDesk articles;
    private final Dispatches dispatches;
    private final DispatchStore store;
    private final Tenancy tenancy;

    ArticleMail(NewsDesk articles, Dispatches dispatches, DispatchStore store, Tenancy tenancy) {
        this.articles = articles;
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
        boolean correction = !announcement.fact("correction").isBlank();
        if (!first && !correction) return;
        var government = announcement.government();
        long article = Long.parseLong(announcement.fact("article"));
        int edition = Integer.parseInt(announcement.fact("edition"));
        tenancy.run(
                government,
                () -> articles.find(government, article, edition).ifPresent(found -> {
                    if (first) dispatches.everyone(government, found.asNews(), found.areas());
                    else correct(government, found);
                }));
    }

    private void correct(String government, News article) {
        store.find(government, article.firstKey())
                .ifPresent(first -> dispatches.everyoneWhoGot(government, first.id(), article.asCorrection()));
    }
}
