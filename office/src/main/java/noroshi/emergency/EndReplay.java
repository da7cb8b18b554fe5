package noroshi.emergency;

import java.time.InstantSource;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.platform.Outbox;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Ends the running replay and every emergency it raised; the next replayed telegram starts a new one. */
@Component
class EndReplay {

    private final Tenancy tenancy;
    private final ReplayStore replays;
    private final EmergencyStore emergencies;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Settings settings;

    EndReplay(
            Tenancy tenancy,
            ReplayStore replays,
            EmergencyStore emergencies,
            Outbox outbox,
            InstantSource clock,
            Settings settings) {
        this.tenancy = tenancy;
        this.replays = replays;
        this.emergencies = emergencies;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
    }

    void handle() {
        tenancy.runEverywhere(() -> {
            var now = clock.instant();
            replays.findRunning(settings.defaultSite()).ifPresent(r -> replays.end(settings.defaultSite(), r, now));
            var byEvent = emergencies.listActive().stream()
                    .filter(e -> e.mark().equals("replay"))
                    .collect(Collectors.groupingBy(Emergency::event, TreeMap::new, Collectors.toList()));
            byEvent.forEach((event, standing) -> {
                standing.forEach(e -> emergencies.put(Standing.ended(e, now), now));
                WorkOutEvent.announce(outbox, settings.defaultSite(), event, standing);
            });
        });
    }
}
