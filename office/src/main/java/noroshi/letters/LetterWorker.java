package noroshi.letters;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import noroshi.letter.LetterClient;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread for each first beacon, and one that tries again and erases. */
@Component
final class LetterWorker implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LetterWorker.class);
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_MS_MIN = 500;
    private static final long PAUSE_MS_MAX = 15_000;
    private static final long CARE_MS = 5_000;

    private final Settings settings;
    private final LetterSettings letterSettings;
    private final LetterStore letters;
    private final LetterCursors cursors;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final LetterIntake intake;
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;

    LetterWorker(
            Settings settings,
            LetterSettings letterSettings,
            LetterStore letters,
            LetterCursors cursors,
            Tenancy tenancy,
            InstantSource clock,
            LetterIntake intake) {
        this.settings = settings;
        this.letterSettings = letterSettings;
        this.letters = letters;
        this.cursors = cursors;
        this.tenancy = tenancy;
        this.clock = clock;
        this.intake = intake;
    }

    @Override
    public void start() {
        running = true;
        for (var beacon : settings.beacons())
            threads.add(Thread.ofPlatform()
                    .name("letters-" + beacon.adminUrl().getAuthority())
                    .start(() -> follow(beacon)));
        threads.add(Thread.ofPlatform().name("letters-care").start(this::care));
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        for (var thread : threads) {
            try {
                thread.join(3_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void follow(Settings.Beacon beacon) {
        long pauseMs = PAUSE_MS_MIN;
        try (var http = HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build()) {
            while (running) {
                try {
                    mail(beacon, http).round(Duration.ofSeconds(letterSettings.waitSeconds()));
                    pauseMs = PAUSE_MS_MIN;
                } catch (IOException | RuntimeException e) {
                    // The edge of the worker: beacon or database may be away; the beacon keeps what it has.
                    log.warn(
                            "No letters from {} for now: {}. Next try in {} ms.",
                            beacon.adminUrl(),
                            e.toString(),
                            pauseMs);
                    Thread.sleep(pauseMs);
                    pauseMs = Math.min(PAUSE_MS_MAX, pauseMs * 2);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private BeaconMail mail(Settings.Beacon beacon, HttpClient http) throws IOException {
        var secret = Files.readString(beacon.secretFile()).strip();
        return new BeaconMail(
                beacon.adminUrl().toString(),
                new LetterClient(http, beacon.adminUrl(), secret),
                intake,
                cursors,
                tenancy,
                BeaconMail.Moments.UNDISTURBED);
    }

    private void care() {
        try {
            while (running) {
                try {
                    intake.retryDue();
                    var now = clock.instant();
                    tenancy.everywhere(() -> letters.erase(now.minus(Duration.ofDays(letterSettings.keepDays())), now));
                } catch (RuntimeException e) {
                    log.warn("Letters could not be looked after: {}", e.toString());
                }
                Thread.sleep(CARE_MS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
