package noroshi.shelters;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.platform.Announcement;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.stereotype.Component;

/** What is announced of places. Their pages hear of every change; a change of state is an event of its own, told once. */
@Component
class News {

    /**
     * Pages and open data follow. Carries {@code kind} and {@code places}, at most {@link #PLACES_MAX} ids; {@code order} is {@code same} where
     * only a report changed: whoever comes, goes or changes district moves others in the lists.
     */
    static final String CHANGED = "shelter.changed";

    /** A shelter opened or closed. Carries {@code place}, {@code from}, {@code to}, {@code at}. */
    static final String STATE_CHANGED = "shelter.state-changed";

    private static final int PLACES_MAX = 400;
    private static final String ORDER = "order";

    private final Outbox outbox;

    News(Outbox outbox) {
        this.outbox = outbox;
    }

    void reported(Shelter shelter) {
        announce(
                shelter.government(),
                shelter.id(),
                Map.of("kind", shelter.master().kind(), "places", String.valueOf(shelter.id()), ORDER, "same"));
    }

    static boolean keepsOrder(Announcement one) {
        return "same".equals(one.event().facts().get(ORDER));
    }

    private void announce(String government, long first, Map<String, String> facts) {
        outbox.announce(government, new Event(CHANGED, String.valueOf(first), facts));
    }

    void changed(String government, String kind, Collection<Long> places) {
        var all = List.copyOf(places);
        for (int from = 0; from < all.size(); from += PLACES_MAX) {
            var some = all.subList(from, Math.min(all.size(), from + PLACES_MAX));
            var ids = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            announce(government, some.getFirst(), Map.of("kind", kind, "places", ids));
        }
    }

    void stateChanged(Shelter before, Told told) {
        outbox.announce(
                before.government(),
                new Event(
                        STATE_CHANGED,
                        String.valueOf(before.id()),
                        Map.of(
                                "place", String.valueOf(before.id()),
                                "from", before.state().name(),
                                "to", told.state().name(),
                                "at", told.at().toString())));
    }
}
