package noroshi.letters;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import noroshi.letter.LetterClient;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.platform.Worker;
import noroshi.platform.WorkerThreads;
import noroshi.platform.WorkerThreads.Trouble;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread for each first beacon, and one that tries again and erases. */
@Component
final class LetterWorker implements SmartLifecycle {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration FOLLOW_PAUSE_MIN = Duration.ofMillis(500);
    private static final Duration FOLLOW_PAUSE_MAX = Duration.ofSeconds(15);
    private static final Duration CARE = Duration.ofSeconds(5);

    private final Settings settings;
    private final LetterSettings letterSettings;
    private final LetterStore letters;
    private final LetterCursors cursors;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final LetterIntake intake;
    private final WorkerThreads threads = new WorkerThreads();

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
        for (var beacon : settings.beacons()) {
            // Beacon or database may be away; the beacon keeps what it has.
            var trouble = new Trouble(
                    "No letters from %s for now".formatted(beacon.adminUrl()), FOLLOW_PAUSE_MIN, FOLLOW_PAUSE_MAX);
            threads.start("letters-" + beacon.adminUrl().getAuthority(), trouble, new Following(beacon));
        }
        threads.start("letters-care", Trouble.of("Letters could not be looked after", CARE), this::care);
    }

    @Override
    public void stop() {
        threads.stop();
    }

    @Override
    public boolean isRunning() {
        return threads.isRunning();
    }

    private final class Following implements Worker {

        private final Settings.Beacon beacon;
        private final HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();

        Following(Settings.Beacon beacon) {
            this.beacon = beacon;
        }

        @Override
        public void round() throws IOException, InterruptedException {
            mail(beacon, http).round(Duration.ofSeconds(letterSettings.waitSeconds()));
        }

        @Override
        public void close() {
            http.shutdownNow();
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

    private void care() throws InterruptedException {
        intake.retryDue();
        var now = clock.instant();
        tenancy.everywhere(() -> letters.erase(now.minus(Duration.ofDays(letterSettings.keepDays())), now));
        Thread.sleep(CARE);
    }
}
