package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
    @TempDir
    Path directory;

    private final HttpClient client = HttpClient.newHttpClient();
    private SnapshotWriter writer;
    private Mirror first;
    private ExchangeServer server;
    private Push push;

    @BeforeEach
    void open() throws Exception {
        writer = SnapshotWriter.open(directory.resolve("office"), Sample.SIGNER);
        first = Mirror.open(directory.resolve("first"), Sample.ROOT.verifyKey());
        server = new ExchangeServer(first);
        push = new Push(client, server.uri(), "secret");
    }

    @AfterEach
    void close() {
        server.close();
        first.close();
        writer.close();
        client.close();
    }

    @Test
    void aChangeIsOneRoundTripOnceTheBeaconIsKnown() throws Exception {
        publish(0, 300);
        assertThat(push.send(writer)).isInstanceOf(Push.Outcome.Served.class);
        publish(300, 301);
        assertThat(push.send(writer)).isEqualTo(new Push.Outcome.Served(2, 1));
        assertThat(read(first.snapshot().resolve(key("/300"), NOON))).isEqualTo("頁 300");
        assertThat(read(first.snapshot().resolve(key("/7"), NOON))).isEqualTo("頁 7");
    }

    @Test
    void aRestartedOfficeIsToldWhatIsMissing() throws Exception {
        publish(0, 300);
        push.send(writer);
        publish(300, 320);
        writer.close();
        writer = SnapshotWriter.open(directory.resolve("office"), Sample.SIGNER);
        assertThat(new Push(client, server.uri(), "secret").send(writer)).isInstanceOf(Push.Outcome.Served.class);
        assertThat(read(first.snapshot().resolve(key("/310"), NOON))).isEqualTo("頁 310");
    }

    @Test
    void aPushGoesOnAfterTheLineBroke() throws Exception {
        publish(0, 2000);
        server.breakAfter(2);
        assertThat(push.send(writer)).isInstanceOf(Push.Outcome.Unreachable.class);
        assertThat(first.current()).isNull();
        server.breakAfter(Integer.MAX_VALUE);
        assertThat(push.send(writer)).isInstanceOf(Push.Outcome.Served.class);
        assertThat(read(first.snapshot().resolve(key("/1999"), NOON))).isEqualTo("頁 1999");
    }

    @Test
    void aWrongSecretIsRefused() throws Exception {
        publish(0, 1);
        assertThat(new Push(client, server.uri(), "guess").send(writer)).isInstanceOf(Push.Outcome.Refused.class);
    }

    @Test
    void anOfficeRestoredFromAnOlderBackupLearnsTheVersion() throws Exception {
        publish(0, 1);
        publish(1, 2);
        push.send(writer);
        try (var restored = SnapshotWriter.open(directory.resolve("restored"), Sample.SIGNER)) {
            restored.publish(
                    SnapshotWriterTest.first().put(key("/"), page("復旧")).build(), NOON);
            var outcome = (Push.Outcome.Older) push.send(restored);
            assertThat(outcome.served()).isEqualTo(2);
            restored.atLeast(outcome.served());
            restored.publish(Changes.builder().build(), NOON);
            assertThat(push.send(restored)).isInstanceOf(Push.Outcome.Served.class);
            assertThat(read(first.snapshot().resolve(key("/"), NOON))).isEqualTo("復旧");
        }
    }

    @Test
    void aBeaconFollowsABeacon() throws Exception {
        publish(0, 500);
        push.send(writer);
        try (var second = Mirror.open(directory.resolve("second"), Sample.ROOT.verifyKey())) {
            var follower = new Follower(client, server.uri(), second);
            assertThat(follower.step(Duration.ZERO)).isEqualTo(new Follower.Outcome.Swapped(1));
            assertThat(follower.step(Duration.ZERO)).isEqualTo(new Follower.Outcome.Unchanged());
            publish(500, 501);
            push.send(writer);
            assertThat(follower.step(Duration.ZERO)).isEqualTo(new Follower.Outcome.Swapped(2));
            assertThat(read(second.snapshot().resolve(key("/500"), NOON))).isEqualTo("頁 500");
        }
    }

    @Test
    void aFollowerTrustsOnlyItsPinnedKey() throws Exception {
        publish(0, 1);
        push.send(writer);
        try (var other = Mirror.open(directory.resolve("other"), Sample.ONLINE.verifyKey())) {
            assertThat(new Follower(client, server.uri(), other).step(Duration.ZERO))
                    .isInstanceOf(Follower.Outcome.Refused.class);
            assertThat(other.current()).isNull();
        }
    }

    @Test
    void anUpstreamThatSendsWhatNobodyAskedForFillsNoDisk() throws Exception {
        publish(0, 10);
        push.send(writer);
        var rubbish = MemorySegment.ofArray(new byte[100_000]);
        var thing = new Message.Thing(Address.node(Hash.of(rubbish)), rubbish);
        server.addToObjects(thing);
        try (var second = Mirror.open(directory.resolve("second"), Sample.ROOT.verifyKey())) {
            assertThat(new Follower(client, server.uri(), second).step(Duration.ZERO))
                    .isInstanceOf(Follower.Outcome.Refused.class);
            assertThat(second.layout().find(thing.address())).isNull();
        }
    }

    private void publish(int from, int to) {
        var changes = SnapshotWriterTest.first();
        for (int i = from; i < to; i++) {
            changes.put(key("/" + i), page("頁 " + i));
        }
        writer.publish(
                changes.slot("banner", java.util.List.of(Part.piece(Sample.text("波"))))
                        .build(),
                NOON);
    }
}
