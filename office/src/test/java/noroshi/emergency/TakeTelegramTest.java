package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import noroshi.emergency.TakeTelegram.Command;
import noroshi.emergency.TakeTelegram.Outcome;
import org.junit.jupiter.api.Test;

class TakeTelegramTest extends EmergencyTest {

    private final ExpireEmergencies expireEmergencies = new ExpireEmergencies(
            tenancy, telegrams, emergencies, replays, workOutEvent, declared, clock, settings(true, null));

    @Test
    void theTelegramsOf2011RaiseAMajorTsunamiWarningAndEndIt() {
        var files = SharedTelegrams.of2011();

        files.subList(0, 9).forEach(this::replay);
        var standing = standing();
        assertThat(standing).extracting(Emergency::title).contains("【再現】大津波警報（宮城県）");
        assertThat(told).containsExactly("震度６強（宮城県）", "大津波警報（宮城県）");
        replay(files.get(9));

        assertThat(standing()).isEmpty();
    }

    @Test
    void repeatedAndDisorderedTelegramsEndInTheSameState() {
        var files = SharedTelegrams.of2011().subList(0, 9);
        files.forEach(this::replay);
        files.forEach(this::replay);
        var expected = states();
        for (int seed = 1; seed <= 3; seed++) {
            endReplay();
            var shuffled = new ArrayList<>(files);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.forEach(this::replay);

            assertThat(states()).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void nobodyIsToldTwice() {
        var files = SharedTelegrams.of2011().subList(0, 9);
        files.forEach(this::replay);
        int once = told.size();

        files.forEach(this::replay);

        assertThat(told).hasSize(once);
    }

    @Test
    void anOldTelegramIsKeptAndShownButRaisesNothing() {
        var outcome = take(SharedTelegrams.of2011().get(1), false);

        assertThat(((Outcome.Taken) outcome).status()).isEqualTo("stale");
        assertThat(((Outcome.Taken) outcome).article()).isNotNull();
        assertThat(standing()).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void anEmergencyEndsByTheClock() {
        SharedTelegrams.of2011().subList(0, 2).forEach(this::replay);
        assertThat(standing()).isNotEmpty();
        clock.advance(Duration.ofDays(4));

        expireEmergencies.handle();

        assertThat(standing()).isEmpty();
    }

    @Test
    void anEventThatCannotBeWorkedOutKeepsNoOtherStanding() throws SQLException {
        var at = "2026-03-11T14:46:00+09:00";
        takeTelegram.handle(new Command(telegram("通常", at, "20260311144500"), "", false));
        takeTelegram.handle(new Command(telegram("通常", at, "20260311144501"), "", false));
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute("update telegram set content = 'broken' where events[1] = '%s'"
                    .formatted(standing().getFirst().event()));
        }
        assertThat(standing()).hasSize(2);
        clock.advance(Duration.ofDays(4));

        expireEmergencies.handle();

        assertThat(standing()).hasSize(1);
    }

    @Test
    void anEndByTheClockWaitsForATelegramThatIsBeingTaken() throws Exception {
        takeTelegram.handle(new Command(telegram("通常", "2026-03-11T14:46:00+09:00"), "", false));
        clock.advance(Duration.ofDays(4));
        var event = standing().getFirst().event();
        Thread ending;
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(hashtextextended('%s', 7002))".formatted(event));
            ending = Thread.ofPlatform().start(expireEmergencies::handle);
            while (!isWaited(statement)) Thread.onSpinWait();
            assertThat(standing()).hasSize(1);
            connection.rollback();
        }
        ending.join();

        assertThat(standing()).isEmpty();
    }

    private static boolean isWaited(Statement statement) throws SQLException {
        try (var waiting =
                statement.executeQuery("select 1 from pg_locks where locktype = 'advisory' and not granted")) {
            return waiting.next();
        }
    }

    @Test
    void inRealLifeReplayIsForbidden() {
        var real = new TakeTelegram(tenancy, telegrams, replays, workOutEvent, clock, settings(false, null));

        assertThat(real.handle(new Command(telegram("通常", "2026-03-11T14:46:00+09:00"), "", true)))
                .isInstanceOf(Outcome.ReplayForbidden.class);
    }

    @Test
    void aDrillIsMarkedAndRaisesNothing() {
        var outcome = takeTelegram.handle(new Command(telegram("訓練", "2026-03-11T14:46:00+09:00"), "", false));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Taken.class, taken -> {
            assertThat(taken.status()).isEqualTo("drill");
            assertThat(taken.emergencies()).isEmpty();
        });
        assertThat(told).isEmpty();
    }

    @Test
    void theSameTelegramInRealLifeRaises() {
        takeTelegram.handle(new Command(telegram("通常", "2026-03-11T14:46:00+09:00"), "", false));

        assertThat(standing()).extracting(Emergency::grade).containsExactly("震度６強");
    }

    @Test
    void whatIsNotATelegramIsRefusedAndLeavesNothing() {
        var outcome = takeTelegram.handle(new Command("<a/>".getBytes(StandardCharsets.UTF_8), "", false));

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void everySampleAndEveryReceivedTelegramIsTaken() {
        for (var file : SharedTelegrams.list("")) {
            var outcome = take(file, false);
            assertThat(outcome).as(file.getFileName().toString()).isInstanceOf(Outcome.Taken.class);
        }
    }

    private void replay(Path file) {
        assertThat(take(file, true)).isInstanceOf(Outcome.Taken.class);
    }

    private Outcome take(Path file, boolean replay) {
        try {
            return takeTelegram.handle(new Command(Files.readAllBytes(file), "", replay));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> states() {
        return tenancy.everywhere(() -> emergencies.listActive()).stream()
                .map(e -> "%s %s %s %s".formatted(e.government(), e.hazard(), e.level(), e.grade()))
                .toList();
    }

    private void endReplay() {
        new EndReplay(tenancy, replays, emergencies, outbox, clock, settings(true, null)).handle();
    }
}
