package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in docs/snapshot.md is what this program writes. */
class WorkedExampleTest {
    @Test
    void theDocumentedBytesAreTheBytes(@TempDir Path directory) throws Exception {
        String docs = Files.readString(docs()).replaceAll("[ \n]", "");
        try (var writer = SnapshotWriter.open(directory, Sample.fixedSigner())) {
            Fragment hello = Fragment.raw("こんにちは\n".getBytes(StandardCharsets.UTF_8));
            Value page = new Value.Page(Head.of("text/plain; charset=utf-8"), List.of(Part.piece(hello)));
            writer.publish(
                    SnapshotWriterTest.first().put(Sample.key("/hello"), page).build(), NOON);
            Snapshot snapshot = writer.snapshot();
            String root = new String(snapshot.bundle().rootBytes(), StandardCharsets.UTF_8);
            int number = Tree.shard(Hash.of(Sample.key("/hello").bytes()));
            MemorySegment shard = Objects.requireNonNull(snapshot.nodes().shard(number));
            String bytes = HexFormat.of().formatHex(shard.toArray(ValueLayout.JAVA_BYTE));
            String written = root + "shard " + number + "\n" + bytes;
            for (String line : written.lines().toList()) {
                assertThat(docs.contains(line.replace(" ", "")))
                        .as("docs/snapshot.md lacks: %s", line)
                        .isTrue();
            }
        }
    }

    private static Path docs() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.exists(here.resolve("docs/snapshot.md"))) {
            here = Objects.requireNonNull(here.getParent(), "docs/snapshot.md is not above the working directory");
        }
        return here.resolve("docs/snapshot.md");
    }
}
