package noroshi.reorganisation;

import java.time.InstantSource;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets planned changes take place at their moment, or as soon as the office runs again. */
@Component
class KeepPlans {

    private static final Logger log = LoggerFactory.getLogger(KeepPlans.class);

    private final Tenancy tenancy;
    private final PlanStore plans;
    private final Reorganise reorganise;
    private final InstantSource clock;

    KeepPlans(Tenancy tenancy, PlanStore plans, Reorganise reorganise, InstantSource clock) {
        this.tenancy = tenancy;
        this.plans = plans;
        this.reorganise = reorganise;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 2_000)
    void everyTwoSeconds() {
        try {
            handle();
        } catch (RuntimeException e) {
            // The edge of the loop: the database may be away for a moment; the next turn finds the same rows.
            log.warn("Could not look for planned reorganisations: {}", e.toString());
        }
    }

    void handle() {
        var now = clock.instant();
        for (var due : tenancy.everywhere(() -> plans.due(now))) {
            try {
                reorganise.due(due.government(), due.id(), now);
            } catch (RuntimeException e) {
                // One plan that fails must not keep those of other governments waiting.
                log.error(
                        "Reorganisation {} of {} failed and is tried again: {}",
                        due.id(),
                        due.government(),
                        e.toString(),
                        e);
            }
        }
    }
}
