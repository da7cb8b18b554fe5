package noroshi.demo;

import noroshi.platform.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Runs the loader before the office answers its first request: whoever is told that it is well finds it filled. */
@Component
final class BeforeOpening implements SmartLifecycle {

    private final Settings settings;
    private final LoadDemonstration loadDemonstration;
    private final FirstStart firstStart;
    private final int generated;
    private boolean running;

    /** @param generated {@code noroshi.demo.articles}: further articles for measuring */
    BeforeOpening(
            Settings settings,
            LoadDemonstration loadDemonstration,
            FirstStart firstStart,
            @Value("${noroshi.demo.articles:0}") int generated) {
        this.settings = settings;
        this.loadDemonstration = loadDemonstration;
        this.firstStart = firstStart;
        this.generated = generated;
    }

    @Override
    public void start() {
        running = true;
        if (settings.demo()) loadDemonstration.handle(generated);
        else firstStart.handle();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before every worker and before the web server. */
    @Override
    public int getPhase() {
        return 0;
    }
}
