package noroshi.emergency;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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
    private final TelegramStore telegrams;
    private final EmergencyStore emergencies;
    private final ReplayStore replays;
    private final WorkOutEvent workOutEvent;
    private final Declared declared;
    private final InstantSource clock;
    private final Settings settings;

    ExpireEmergencies(
            Tenancy tenancy,
            TelegramStore telegrams,
            EmergencyStore emergencies,
            ReplayStore replays,
            WorkOutEvent workOutEvent,
            Declared declared,
            InstantSource clock,
            Settings settings) {
        this.tenancy = tenancy;
        this.telegrams = telegrams;
        this.emergencies = emergencies;
        this.replays = replays;
        this.workOutEvent = workOutEvent;
        this.declared = declared;
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
        var now = clock.instant();
        for (var event : tenancy.everywhere(() -> emergencies.expiredEvents(now))) {
            try {
                tenancy.runEverywhere(() -> workOut(event, now));
            } catch (RuntimeException e) {
                // One event that cannot be worked out must not keep the others standing.
                log.warn("Event {} could not be ended and is tried again: {}", event, e.toString(), e);
            }
        }
    }

    private void workOut(String name, Instant now) {
        // A telegram that is being taken just now may prolong it: its transaction comes first, or waits for this one.
        telegrams.lock(name);
        if (Declared.isOurs(name)) {
            declared.expire(name, now);
            return;
        }
        var number = Replay.numberOf(name);
        var shift = number == 0
                ? Duration.ZERO
                : replays.get(settings.defaultSite(), number).shift();
        workOutEvent.handle(new WorkOutEvent.Event(settings.defaultSite(), number, shift, now), name);
    }
}
