package noroshi.site;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Puts what is urgent on every page. An ear of its own, so that no batch of articles stands before it. */
@Component
final class AlertListener implements Listener {

    private final Tenancy tenancy;
    private final Alerts alerts;
    private final Readers read;
    private final Snapshots snapshots;
    private final InstantSource clock;

    AlertListener(Tenancy tenancy, Alerts alerts, Readers read, Snapshots snapshots, InstantSource clock) {
        this.tenancy = tenancy;
        this.alerts = alerts;
        this.read = read;
        this.snapshots = snapshots;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "site-alerts";
    }

    @Override
    public Set<String> topics() {
        return Set.of("emergency.changed");
    }

    @Override
    public Lane lane() {
        return Lane.ALERT;
    }

    @Override
    public int batchMax() {
        return 200;
    }

    @Override
    public void handle(List<Announcement> batch) {
        var now = clock.instant();
        snapshots.publish(
                now,
                draft -> tenancy.runEverywhere(() -> {
                    if (draft.isFirst())
                        draft.settings(snapshots.settings(read.survey().hosts()));
                    alerts.build(draft, now);
                }));
    }
}
