package noroshi.damage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import org.springframework.stereotype.Component;

/** What is announced of damage. Pages hear of every change; a change of state is an event of its own, told once. */
@Component
class DamageNews {

    /** Pages and open data follow. Carries {@code damages}, at most {@link #DAMAGES_MAX} ids. */
    static final String CHANGED = "damage.changed";

    /** Something stopped or was restored. Carries {@code damage}, {@code kind}, {@code from}, {@code to}, {@code at}. */
    static final String STATE_CHANGED = "damage.state-changed";

    /** A municipality's report of losses was made or revised. Carries {@code occasion}, {@code serial}. */
    static final String LOSSES_REPORTED = "losses.reported";

    private static final int DAMAGES_MAX = 400;

    private final Outbox outbox;

    DamageNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void changed(String government, Collection<Long> damages) {
        var all = List.copyOf(damages);
        for (int from = 0; from < all.size(); from += DAMAGES_MAX) {
            var some = all.subList(from, Math.min(all.size(), from + DAMAGES_MAX));
            var ids = some.stream().map(String::valueOf).collect(Collectors.joining(","));
            outbox.announce(government, new Event(CHANGED, String.valueOf(some.getFirst()), Map.of("damages", ids)));
        }
    }

    void stateChanged(Damage before, Told told) {
        outbox.announce(
                before.government(),
                new Event(
                        STATE_CHANGED,
                        String.valueOf(before.id()),
                        Map.of(
                                "damage", String.valueOf(before.id()),
                                "kind", before.subject().kind().name(),
                                "from", before.state().name(),
                                "to", told.state().name(),
                                "at", told.at().toString())));
    }

    void lossesReported(String government, String occasion, int serial) {
        outbox.announce(
                government,
                new Event(LOSSES_REPORTED, occasion, Map.of("occasion", occasion, "serial", String.valueOf(serial))));
    }
}
