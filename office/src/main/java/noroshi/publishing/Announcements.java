package noroshi.publishing;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.stereotype.Component;

/**
 * What publishing tells the other features, in the transaction of the act.
 *
 * <p>{@code article.changed}: readers will see pages differently. Facts: {@code article}, {@code reason} (published, scheduled,
 * opened, withdrawn, closed, moved), {@code path}, {@code lists} (every list it stands in now or stood in before, comma
 * between, e.g. {@code area:041009,series:press,site}), and for a move {@code from}, the old path.
 *
 * <p>{@code article.public}: an edition became visible. Facts: {@code article}, {@code edition}, {@code series}, {@code lane},
 * {@code first} (true: nobody was told of this article before), {@code automatic} (true: a machine wrote it, and whoever made it tells
 * people when that is due), {@code minor}, {@code correction} (its text or empty).
 */
@Component
class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(Article article, String reason, Collection<String> lists) {
        outbox.announce(
                article.government(), new Event("article.changed", key(article), changedFacts(article, reason, lists)));
    }

    void moved(Article article, String from, Collection<String> lists) {
        var facts = changedFacts(article, "moved", lists);
        facts.put("from", from);
        outbox.announce(article.government(), new Event("article.changed", key(article), facts));
    }

    void becamePublic(Article article, Edition edition, boolean first) {
        outbox.announce(
                article.government(),
                new Event(
                        "article.public",
                        key(article),
                        Map.of(
                                "article", key(article),
                                "edition", String.valueOf(edition.number()),
                                "series", article.series(),
                                "lane", article.lane().name(),
                                "first", String.valueOf(first),
                                "automatic", String.valueOf(article.origin() != null),
                                "minor", String.valueOf(edition.change().minor()),
                                "correction", edition.change().correction())));
    }

    private static TreeMap<String, String> changedFacts(Article article, String reason, Collection<String> lists) {
        var facts = new TreeMap<String, String>();
        facts.put("article", key(article));
        facts.put("reason", reason);
        facts.put("path", article.path());
        facts.put("lists", lists.stream().sorted().distinct().collect(Collectors.joining(",")));
        return facts;
    }

    private static String key(Article article) {
        return String.valueOf(article.id());
    }
}
