package noroshi.beacon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Flips single bits of a beacon's snapshot on disk, of each kind of byte that stands there. */
final class RottenDisk {

    enum Kind {
        SHARD,
        NODE,
        FRAGMENT,
        BUNDLE,
        FRAME,
        CLOSING_CRC,
        INDEX,
        ROOT_COPY
    }

    private static final int MARK = 0x4E504531;
    private static final int SHARD_MARK = 0x4E534831;
    private static final int HEADER_BYTES = 48;
    private static final int NODE = 1;
    private static final int BUNDLE = 4;
    /** Not a kind of the format: nodes that hold records. */
    private static final int SHARD = 0;

    private record Entry(Path pack, long at, int kind, int length) {}

    private final Path folder;
    private final RandomGenerator random;

    RottenDisk(Path folder, RandomGenerator random) {
        this.folder = folder;
        this.random = random;
    }

    /** True if there was such a byte. What was written last is hit more often: that is what is shown. */
    boolean flip(Kind kind) throws IOException {
        return switch (kind) {
            case INDEX -> flipIn("pack-00000000.idx");
            case ROOT_COPY -> flipIn("root.copy");
            case SHARD -> flip(entries(SHARD, SHARD), HEADER_BYTES, 0);
            case NODE -> flip(entries(NODE, NODE), HEADER_BYTES, 0);
            case FRAGMENT -> flip(entries(NODE + 1, BUNDLE - 1), HEADER_BYTES, 0);
            case BUNDLE -> flip(entries(BUNDLE, BUNDLE), HEADER_BYTES, 0);
            case FRAME -> flip(entries(SHARD, BUNDLE), 0, HEADER_BYTES);
            case CLOSING_CRC -> flip(entries(SHARD, BUNDLE), -1, 4);
        };
    }

    /** {@code from} -1: behind the payload; {@code bytes} 0: as many as the payload has. */
    private boolean flip(List<Entry> entries, int from, int bytes) throws IOException {
        if (entries.isEmpty()) return false;
        double share = random.nextDouble();
        var entry = entries.get(entries.size() - 1 - (int) (entries.size() * share * share * share));
        int length = bytes == 0 ? entry.length : bytes;
        if (length == 0) return false;
        flip(entry.pack, entry.at + (from < 0 ? HEADER_BYTES + entry.length : from) + random.nextInt(length));
        return true;
    }

    private boolean flipIn(String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file) || Files.size(file) == 0) return false;
        flip(file, random.nextLong(Files.size(file)));
        return true;
    }

    private void flip(Path file, long at) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var one = ByteBuffer.allocate(1);
            channel.read(one, at);
            one.flip();
            channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ (1 << random.nextInt(8)))}), at);
        }
    }

    /** Entries as the format says; damaged frames are passed over byte by byte. */
    private List<Entry> entries(int kindFrom, int kindTo) throws IOException {
        var found = new ArrayList<Entry>();
        try (var files = Files.list(folder)) {
            for (var pack : files.filter(f -> f.getFileName().toString().matches("pack-[0-9]+"))
                    .sorted()
                    .toList()) {
                try (var channel = FileChannel.open(pack)) {
                    var bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
                    collect(pack, bytes, kindFrom, kindTo, found);
                }
            }
        }
        return found;
    }

    private static void collect(Path pack, ByteBuffer bytes, int kindFrom, int kindTo, List<Entry> found) {
        int blank = 0;
        for (int at = 0; at < bytes.limit() - HEADER_BYTES && blank < 1 << 16; ) {
            int length = bytes.getInt(at) == MARK ? bytes.getInt(at + 12) : -1;
            if (length < 0 || length > bytes.limit() - at - HEADER_BYTES - 4) {
                blank++;
                at++;
                continue;
            }
            blank = 0;
            int kind = bytes.get(at + 4);
            if (kind == NODE && length > 4 && bytes.getInt(at + HEADER_BYTES) == SHARD_MARK) kind = SHARD;
            if (kind >= kindFrom && kind <= kindTo) found.add(new Entry(pack, at, kind, length));
            at += HEADER_BYTES + length + 4;
        }
    }
}
