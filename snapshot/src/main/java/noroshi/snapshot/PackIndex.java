package noroshi.snapshot;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file beside a pack that spares reading the pack at opening. It only saves time: absent, torn or stale, the pack
 * itself is read instead.
 *
 * <pre>mark "NPI1" | u64 covered bytes | u64 offset of the last root, or 2^64-1 | u32 count | count × (u64 print, u64 offset) | u32 CRC-32C</pre>
 */
final class PackIndex {
    private static final int MARK = 0x4E504931;
    static final long NONE = -1;

    private PackIndex() {}

    static Path path(Path pack) {
        return pack.resolveSibling(pack.getFileName() + ".idx");
    }

    /** To be called only after the pack was forced up to {@code covered}. */
    static void write(Path pack, Places places, int number, long covered, long root) throws IOException {
        Wire wire = new Wire(1 << 16);
        wire.u32(MARK).u64(covered).u64(root).u32(0);
        int[] count = {0};
        places.each((print, place) -> {
            if (Places.pack(place) == number && Places.offset(place) < covered) {
                wire.u64(print).u64(Places.offset(place));
                count[0]++;
            }
        });
        wire.patch32(20, count[0]);
        byte[] bytes = wire.toBytes();
        byte[] all = new Wire(bytes.length + 4)
                .bytes(bytes)
                .u32(Fragment.crc32c(MemorySegment.ofArray(bytes)))
                .toBytes();
        Path temporary = pack.resolveSibling(pack.getFileName() + ".idx.new");
        Files.write(temporary, all);
        Files.move(temporary, path(pack), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * How far the index reaches: covered bytes and the last root's offset; {@code (0, NONE)} if it is of no use.
     *
     * @param entries pairs of print and offset
     */
    record Reach(long covered, long root, long[] entries) {
        void addTo(Places places, int number) {
            for (int i = 0; i < entries.length; i += 2) {
                places.add(entries[i], Places.place(number, entries[i + 1]));
            }
        }
    }

    static Reach read(Path pack, Pack opened) throws IOException {
        Path path = path(pack);
        Reach nothing = new Reach(0, NONE, new long[0]);
        if (!Files.exists(path) || Files.size(path) < 28) {
            return nothing;
        }
        byte[] bytes = Files.readAllBytes(path);
        MemorySegment body = MemorySegment.ofArray(bytes).asSlice(0, bytes.length - 4);
        Cursor cursor = new Cursor(bytes);
        if (new Cursor(MemorySegment.ofArray(bytes), bytes.length - 4).u32() != Fragment.crc32c(body)
                || cursor.u32() != MARK) {
            return nothing;
        }
        long covered = cursor.u64();
        long root = cursor.u64();
        long[] entries = new long[2 * cursor.u32()];
        if (!opened.reaches(covered)) {
            return nothing;
        }
        for (int i = 0; i < entries.length; i++) {
            entries[i] = cursor.u64();
        }
        return new Reach(covered, root, entries);
    }
}
