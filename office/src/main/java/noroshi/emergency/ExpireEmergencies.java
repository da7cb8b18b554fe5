package noroshi.emergency;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.platform.Outbox;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Writes down that an emergency has ended by the clock. The beacons do not wait for this: their pages carry both futures. Here the office's
 * own record follows.
 */
@Component
class ExpireEmergencies {

    private static final Logger log = LoggerFactory.getLogger(ExpireEmergencies.class);

    private final Tenancy tenancy;
    private final EmergencyStore emergencies;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Settings settings;

    ExpireEmergencies(
            Tenancy tenancy, EmergencyStore emergencies, Outbox outbox, InstantSource clock, Settings settings) {
        this.tenancy = tenancy;
        this.emergencies = emergencies;
        this.outbox = outbox;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 5_000)
    void everyFiveSeconds() {
        try {
            handle();
        } catch (RuntimeException e) {
            // The edge of the loop: the database may be away for a moment; the next turn finds the same rows.
            log.warn("Could not look for expired emergencies: {}", e.toString());
        }
    }

    void handle() {
        tenancy.runEverywhere(() -> {
            var now = clock.instant();
            Map<String, List<Emergency>> byEvent = emergencies.expired(now).stream()
                    .collect(Collectors.groupingBy(Emergency::event, TreeMap::new, Collectors.toList()));
            byEvent.forEach((event, expired) -> {
                expired.forEach(e -> emergencies.put(Standing.ended(e, e.expiresAt()), now));
                WorkOutEvent.announce(outbox, settings.defaultSite(), event, expired);
            });
        });
    }
}
