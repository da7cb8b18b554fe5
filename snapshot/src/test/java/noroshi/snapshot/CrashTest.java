package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    @TempDir
    Path directory;

    @Test
    void aPublishCutAtAnyByteLeavesTheOneBeforeOrItself() throws IOException {
        long before;
        long after;
        Store store = Store.open(directory);
        byte[] firstThing = {1, 1, 1};
        byte[] secondThing = {2, 2};
        put(store, firstThing);
        store.commit(new byte[] {1});
        before = store.layout().bytes();
        put(store, secondThing);
        store.commit(new byte[] {2});
        after = store.layout().bytes();
        store.abandon();
        Path pack = directory.resolve("pack-00000000");
        byte[] whole = new byte[(int) after];
        try (var file = new RandomAccessFile(pack.toFile(), "r")) {
            file.readFully(whole);
        }
        for (long cut = before; cut <= after; cut++) {
            rewrite(pack, whole, (int) cut);
            Store opened = Store.open(directory);
            boolean second = cut == after;
            assertThat(opened.root()).as("cut at %d", cut).isEqualTo(new byte[] {(byte) (second ? 2 : 1)});
            assertThat(opened.has(Address.node(Hash.of(firstThing)))).isTrue();
            put(opened, secondThing);
            opened.commit(new byte[] {3});
            opened.abandon();
            Store again = Store.open(directory);
            assertThat(again.root()).isEqualTo(new byte[] {3});
            assertThat(again.has(Address.node(Hash.of(secondThing)))).isTrue();
            again.abandon();
            Files.deleteIfExists(directory.resolve("pack-00000001"));
        }
    }

    @Test
    void aSnapshotCutAnywhereIsWholeAfterReopening() throws IOException {
        long before;
        long after;
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.publish(SnapshotWriterTest.first().put(key("/"), page("一")).build(), NOON);
            before = writer.snapshot().layout().bytes();
            writer.publish(
                    Changes.builder()
                            .put(key("/"), page("二"))
                            .put(key("/2"), page("二"))
                            .build(),
                    NOON);
            after = writer.snapshot().layout().bytes();
        }
        Path pack = directory.resolve("pack-00000000");
        Files.delete(PackIndex.path(pack));
        byte[] whole = new byte[(int) after];
        try (var file = new RandomAccessFile(pack.toFile(), "r")) {
            file.readFully(whole);
        }
        for (long cut = before; cut <= after; cut += cut < after && after - cut < 97 ? after - cut : 97) {
            rewrite(pack, whole, (int) cut);
            Files.deleteIfExists(directory.resolve("root.copy"));
            try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
                assertThat(writer.damage()).isNull();
                boolean second = cut == after;
                assertThat(writer.snapshot().root().version()).isEqualTo(second ? 2 : 1);
                assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo(second ? "二" : "一");
                assertThat(read(writer.snapshot().resolve(key("/2"), NOON))).isEqualTo(second ? "二" : "404");
            }
            Files.delete(PackIndex.path(pack));
        }
    }

    @Test
    void anIndexThatPromisesMoreThanThePackIsNotTrusted() throws IOException {
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            writer.publish(SnapshotWriterTest.first().put(key("/"), page("一")).build(), NOON);
        }
        Path pack = directory.resolve("pack-00000000");
        try (var file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.setLength(100);
        }
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            assertThat(writer.current()).isNull();
            writer.publish(SnapshotWriterTest.first().put(key("/"), page("再")).build(), NOON);
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("再");
        }
    }

    @Test
    void compactionKeepsWhatIsAliveAndReadersOfTheOldPack() throws IOException {
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            for (int i = 0; i < 50; i++) {
                writer.publish(
                        SnapshotWriterTest.first().put(key("/"), page("版 " + i)).build(), NOON);
            }
            Snapshot old = writer.snapshot();
            long bytes = old.layout().bytes();
            assertThat(writer.compactNow()).isTrue();
            assertThat(writer.snapshot().layout().bytes()).isLessThan(bytes / 10);
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("版 49");
            assertThat(read(old.resolve(key("/"), NOON))).isEqualTo("版 49");
            writer.publish(Changes.builder().put(key("/2"), page("後")).build(), NOON);
        }
        try (var writer = SnapshotWriter.open(directory, Sample.SIGNER)) {
            assertThat(read(writer.snapshot().resolve(key("/"), NOON))).isEqualTo("版 49");
            assertThat(read(writer.snapshot().resolve(key("/2"), NOON))).isEqualTo("後");
        }
    }

    private static void put(Store store, byte[] thing) {
        store.put(Address.node(Hash.of(thing)), java.lang.foreign.MemorySegment.ofArray(thing));
    }

    /** The first bytes of a pack as a killed machine leaves them: nothing behind, or the zeros of a sparse file. */
    private static void rewrite(Path pack, byte[] whole, int length) throws IOException {
        try (var file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.setLength(0);
            file.write(whole, 0, length);
            if (length % 2 == 0) {
                file.setLength(Store.PACK_BYTES_MIN);
            }
        }
    }
}
