package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.ROOT;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One trust document after the other: keys are renewed, taken back, and what a thief did with one is undone. */
class TrustTest {
    private static final SigningKey NEXT = SigningKey.generate(new SecureRandom());
    private static final Instant LATER = NOON.plus(Duration.ofHours(1));
    private static final Instant NEXT_YEAR = NOON.plus(Duration.ofDays(400));

    @TempDir
    Path directory;

    private Mirror mirror;
    private Exchange exchange;

    @BeforeEach
    void open() {
        mirror = Mirror.open(directory.resolve("beacon"), ROOT.verifyKey());
        exchange = new Exchange(mirror);
    }

    @AfterEach
    void close() {
        mirror.close();
    }

    @Test
    void keysAreRenewedWhilePublishingGoesOn() {
        Trust both = Sample.TRUST.succeed(ROOT, LATER, NEXT_YEAR, List.of(Sample.ONLINE.verifyKey(), NEXT.verifyKey()));
        Trust only = both.succeed(ROOT, LATER, NEXT_YEAR, List.of(NEXT.verifyKey()));
        assertThat(publish(Sample.SIGNER, 0, NOON, "一")).isEqualTo(200);
        assertThat(publish(new Signer(Sample.ONLINE, both, ROOT.verifyKey()), 1, LATER, "二"))
                .isEqualTo(200);
        assertThat(publish(new Signer(NEXT, only, ROOT.verifyKey()), 2, LATER, "三"))
                .isEqualTo(200);
        assertThat(only.serial()).isEqualTo(3);
        assertThat(only.allows(Sample.ONLINE.verifyKey(), LATER)).isFalse();
        assertThat(only.allows(NEXT.verifyKey(), LATER)).isTrue();
        assertThat(only.allows(NEXT.verifyKey(), NEXT_YEAR)).isFalse();
    }

    @Test
    void aThiefWhoUsedUpTheVersionsIsUndoneByTakingHisKeyBack() {
        publish(Sample.SIGNER, 0, NOON, "一");
        assertThat(publish(Sample.SIGNER, 900_000_000_000_000_000L, NOON, "偽")).isEqualTo(200);
        assertThat(publish(Sample.SIGNER, 1, LATER, "二")).isEqualTo(409);

        Trust without = Sample.TRUST.succeed(ROOT, LATER, NEXT_YEAR, List.of(NEXT.verifyKey()));
        assertThat(publish(new Signer(NEXT, without, ROOT.verifyKey()), 2, LATER, "真"))
                .isEqualTo(200);
        assertThat(shown()).isEqualTo("真");
        assertThat(publish(Sample.SIGNER, 900_000_000_000_000_001L, LATER, "偽")).isEqualTo(409);
        assertThat(shown()).isEqualTo("真");
    }

    @Test
    void aNewTrustBringsNothingBackThatWasSignedBeforeIt() {
        Trust first = Sample.TRUST.succeed(ROOT, NOON, NEXT_YEAR, List.of(Sample.ONLINE.verifyKey(), NEXT.verifyKey()));
        publish(new Signer(NEXT, first, ROOT.verifyKey()), 0, NOON, "古");
        byte[] old = mirror.snapshot().bundle().rootBytes();
        publish(new Signer(Sample.ONLINE, first, ROOT.verifyKey()), 1, NOON, "新");
        Trust second = first.succeed(ROOT, LATER, NEXT_YEAR, List.of(NEXT.verifyKey()));

        byte[] mixed = new Bundle(second, Root.parse(old, second), old).bytes();
        assertThat(exchange.push(Message.push(mixed, List.of())).status()).isEqualTo(409);
    }

    @Test
    void aTrustIsSucceededOnlyUnderItsOwnRootKeyAndNotBackInTime() {
        assertThatThrownBy(() -> Sample.TRUST.succeed(NEXT, LATER, NEXT_YEAR, List.of(NEXT.verifyKey())))
                .hasMessageContaining("another root key");
        assertThatThrownBy(() -> Sample.TRUST.succeed(
                        ROOT, NOON.minus(Duration.ofDays(2)), NEXT_YEAR, List.of(NEXT.verifyKey())))
                .hasMessageContaining("clock");
    }

    @Test
    void whatAThiefSignedDoesNotComeBackFromACopyThatAPowerFailureLeft() throws Exception {
        publish(Sample.SIGNER, 900_000_000_000_000_000L, NOON, "偽");
        var copy = directory.resolve("beacon").resolve("root.copy");
        byte[] left = Files.readAllBytes(copy);
        Trust without = Sample.TRUST.succeed(ROOT, LATER, NEXT_YEAR, List.of(NEXT.verifyKey()));
        publish(new Signer(NEXT, without, ROOT.verifyKey()), 2, LATER, "真");
        mirror.close();
        Files.write(copy, left);
        open();
        assertThat(shown()).isEqualTo("真");
        assertThat(publish(Sample.SIGNER, 900_000_000_000_000_001L, LATER, "偽")).isEqualTo(409);
    }

    private int publish(Signer signer, long atLeast, Instant now, String text) {
        try (var writer = SnapshotWriter.open(directory.resolve("office-" + System.nanoTime()), signer)) {
            writer.atLeast(atLeast);
            writer.publish(SnapshotWriterTest.first().put(key("/"), page(text)).build(), now);
            Snapshot snapshot = writer.snapshot();
            var things = Message.batch(snapshot.layout(), Live.of(snapshot));
            return exchange.push(Message.push(snapshot.bundle().bytes(), things))
                    .status();
        }
    }

    private String shown() {
        return read(mirror.snapshot().resolve(key("/"), LATER));
    }
}
