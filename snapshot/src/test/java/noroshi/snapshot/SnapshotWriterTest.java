package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static noroshi.snapshot.Sample.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotWriterTest {
    @TempDir
    Path directory;

    @Test
    void aPublishedPageIsFoundAlsoAfterReopening() {
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            Root root =
                    writer.publish(first().put(key("/"), page("こんにちは、", "宮城")).build(), NOON);
            assertThat(root.version()).isEqualTo(1);
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("こんにちは、宮城");
        }
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("こんにちは、宮城");
            assertThat(writer.publish(
                                    Changes.builder().put(key("/2"), page("二")).build(), NOON)
                            .version())
                    .isEqualTo(2);
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("こんにちは、宮城");
            assertThat(read(writer.snapshot().resolve(key("/2"), NOON))).isEqualTo("二");
        }
    }

    @Test
    void slotsAndTimesFollowTheClock() {
        Instant three = NOON.plusSeconds(3 * 3600);
        Fragment fresh = text("更新");
        Fragment overdue = text("未更新");
        Value shelter = new Value.Page(
                Sample.HTML,
                List.of(
                        new Part.Slot("banner"),
                        new Part.Timed(Timeline.always(fresh).then(three, overdue)),
                        new Part.Slot("unknown")));
        Timeline<List<Part>> banner =
                Timeline.<List<Part>>always(List.of()).then(NOON.plusSeconds(60), List.of(Part.piece(text("警報"))));
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.publish(
                    first().put(key("/s"), shelter).slot("banner", banner).build(), NOON);
            Snapshot snapshot = writer.snapshot();
            assertThat(read(snapshot.resolve(key("/s"), NOON))).isEqualTo("更新");
            assertThat(snapshot.resolve(key("/s"), NOON).until()).isEqualTo(NOON.plusSeconds(60));
            assertThat(read(snapshot.resolve(key("/s"), NOON.plusSeconds(60)))).isEqualTo("警報更新");
            assertThat(read(snapshot.resolve(key("/s"), three))).isEqualTo("警報未更新");
            assertThat(snapshot.resolve(key("/s"), three).until()).isEqualTo(Instant.MAX);
        }
    }

    @Test
    void aClockBeforeTheCreationIsNotActedOn() {
        Timeline<Value> opened = Timeline.<Value>always(new Value.Absent()).then(NOON.minusSeconds(60), page("開いた"));
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.publish(first().put(key("/"), opened).build(), NOON);
            assertThat(read(writer.snapshot().resolve(key("/"), Instant.parse("1970-01-02T00:00:00Z"))))
                    .isEqualTo("開いた");
        }
    }

    @Test
    void theNextVersionIsAboveWhatBeaconsHave() {
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.atLeast(41);
            assertThat(writer.publish(first().build(), NOON).version()).isEqualTo(42);
        }
    }

    static Changes.Builder first() {
        return Changes.builder().settings(Sample.SETTINGS);
    }
}
