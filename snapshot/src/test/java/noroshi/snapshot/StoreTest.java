package noroshi.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    @TempDir
    Path directory;

    @Test
    void aCompactionThatFailsChangesNothing() {
        byte[] kept = bytes("kept");
        byte[] later = bytes("later");
        Store store = Store.open(directory);
        store.put(address(kept), MemorySegment.ofArray(kept));
        store.commit(bytes("one"));

        assertThatThrownBy(() -> store.compact(List.of(address(bytes("missing")), address(kept))))
                .isInstanceOf(SnapshotBroken.class);
        assertThat(store.has(address(kept))).isTrue();

        store.put(address(later), MemorySegment.ofArray(later));
        store.commit(bytes("two"));
        store.close();
        Store again = Store.open(directory);
        assertThat(again.root()).isEqualTo(bytes("two"));
        assertThat(again.has(address(kept))).isTrue();
        assertThat(again.has(address(later))).isTrue();
        again.close();
    }

    private static Address address(byte[] bytes) {
        return new Address(Address.DEFLATE, Hash.of(bytes), 0);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
