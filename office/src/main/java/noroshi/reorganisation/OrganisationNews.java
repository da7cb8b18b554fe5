package noroshi.reorganisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.stereotype.Component;

/**
 * Tells the site what it must show differently, in portions, so that news and alerts are published in between.
 *
 * <p>{@code department.changed}: facts {@code departments} (codes that exist, with their lists) and {@code gone} (codes whose addresses lead
 * elsewhere now). {@code articles.reassigned}: fact {@code articles} (ids): another contact stands on them.
 */
@Component
class OrganisationNews {

    private static final int ARTICLES_IN_PORTION = 100;
    private static final int DEPARTMENTS_IN_PORTION = 100;

    private final Outbox outbox;

    OrganisationNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void announce(String government, Rehearsal rehearsal) {
        var present = new TreeSet<String>();
        rehearsal.founded().forEach(u -> present.add(u.code()));
        rehearsal.changed().forEach(u -> present.add(u.code()));
        var articles = new TreeSet<Long>();
        for (var move : rehearsal.moves()) {
            if (rehearsal.after().containsKey(move.to())) present.add(move.to());
            if (rehearsal.after().containsKey(move.from())) present.add(move.from());
            if (move.kind().equals(Transfers.ARTICLE)) articles.add(Long.valueOf(move.key()));
        }
        rehearsal.heirs().values().stream().filter(heir -> !heir.isEmpty()).forEach(present::add);
        announce(government, present, rehearsal.heirs().keySet(), articles);
        for (var unit : rehearsal.changed())
            outbox.announce(
                    government, new Event("department.readdressed", unit.code(), Map.of("department", unit.code())));
    }

    void announce(String government, Collection<String> present, Collection<String> gone, Collection<Long> articles) {
        var first = portions(present, DEPARTMENTS_IN_PORTION);
        var left = portions(gone, DEPARTMENTS_IN_PORTION);
        for (int i = 0; i < Math.max(first.size(), left.size()); i++)
            outbox.announce(
                    government,
                    new Event(
                            "department.changed",
                            government,
                            Map.of(
                                    "departments", i < first.size() ? first.get(i) : "",
                                    "gone", i < left.size() ? left.get(i) : "")));
        for (var portion : portions(articles, ARTICLES_IN_PORTION))
            outbox.announce(government, new Event("articles.reassigned", government, Map.of("articles", portion)));
    }

    private static List<String> portions(Collection<?> all, int size) {
        var list = new ArrayList<>(all);
        var portions = new ArrayList<String>();
        for (int i = 0; i < list.size(); i += size)
            portions.add(list.subList(i, Math.min(list.size(), i + size)).stream()
                    .map(String::valueOf)
                    .collect(Collectors.joining(",")));
        return portions;
    }
}
