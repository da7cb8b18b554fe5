package noroshi.snapshot;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last committed bundle once more, in a file of its own: everything hangs on these few hundred bytes, and a beacon that
 * has lost its upstreams must not lose all pages with them.
 *
 * <pre>mark "NRC1" | bundle | u32 CRC-32C of all before</pre>
 */
final class RootCopy {
    private static final int MARK = 0x4E524331;
    private static final String NAME = "root.copy";

    private RootCopy() {}

    /** After the pack was forced. Not forced itself: after a power failure an older or torn one does no harm. */
    static void write(Path directory, byte[] bundle) throws IOException {
        Wire wire = new Wire(bundle.length + 8).u32(MARK).bytes(bundle);
        byte[] all =
                wire.u32(Fragment.crc32c(MemorySegment.ofArray(wire.toBytes()))).toBytes();
        Path temporary = directory.resolve(NAME + ".new");
        Files.write(temporary, all);
        Files.move(
                temporary,
                directory.resolve(NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    static byte @Nullable [] read(Path directory) {
        try {
            Path path = directory.resolve(NAME);
            if (!Files.exists(path) || Files.size(path) > Bundle.BYTES_MAX + 8L) {
                return null;
            }
            byte[] all = Files.readAllBytes(path);
            boolean whole = all.length >= 8
                    && new Cursor(all).u32() == MARK
                    && new Cursor(MemorySegment.ofArray(all), all.length - 4).u32()
                            == Fragment.crc32c(MemorySegment.ofArray(all).asSlice(0, all.length - 4));
            return whole ? Arrays.copyOfRange(all, 4, all.length - 4) : null;
        } catch (IOException e) {
            // It is only a second copy: without it everything works as long as the first one is whole.
            return null;
        }
    }
}
