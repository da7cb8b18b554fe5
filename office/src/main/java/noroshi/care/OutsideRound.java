package noroshi.care;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import noroshi.platform.Tenancy;

/** Follows links to other sites: one at a time, the same host only after a pause. Used by one thread. */
final class OutsideRound {

    private static final int HOSTS_REMEMBERED_MAX = 10_000;

    private final OutsideLinks links;
    private final OutsideAsker asker;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Duration hostPause;
    private final Map<String, Instant> asked = new HashMap<>();

    OutsideRound(OutsideLinks links, OutsideAsker asker, Tenancy tenancy, InstantSource clock, Duration hostPause) {
        this.links = links;
        this.asker = asker;
        this.tenancy = tenancy;
        this.clock = clock;
        this.hostPause = hostPause;
    }

    /** Asks for one address; false when none is due whose host has had its pause. */
    boolean step() {
        var now = clock.instant();
        var next = tenancy.everywhere(() -> next(now));
        if (next.isEmpty()) return false;
        var due = next.get();
        if (asked.size() > HOSTS_REMEMBERED_MAX) asked.clear();
        var answer = asker.ask(due.address());
        var later = clock.instant();
        asked.put(due.host(), later);
        tenancy.runEverywhere(() -> links.put(due, due.known().after(answer, later), later));
        return true;
    }

    private Optional<OutsideLinks.Due> next(Instant now) {
        for (var due : links.due(now)) {
            var last = asked.get(due.host());
            if (last != null && last.plus(hostPause).isAfter(now)) continue;
            if (links.claim(due, now)) return Optional.of(due);
        }
        return Optional.empty();
    }
}
