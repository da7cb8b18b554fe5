package noroshi.letter;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/** Which letters the office has, and since when: an append-only file of {@code 16 id | u64 instant | u32 CRC-32C}. */
final class Confirmations {
    private static final int ENTRY_BYTES = 28;

    private final Path path;
    private final Map<LetterId, Instant> since = new HashMap<>();
    private RandomAccessFile file;

    private Confirmations(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    static Confirmations open(Path directory) throws IOException {
        Path path = directory.resolve("confirmed");
        Confirmations confirmations = new Confirmations(path, file(path));
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        int whole = 0;
        while (all.remaining() >= ENTRY_BYTES) {
            LetterId id = new LetterId(all.getLong(), all.getLong());
            Instant at = Instant.ofEpochMilli(all.getLong());
            if (all.getInt() != crc(entry(id, at))) {
                break;
            }
            confirmations.since.put(id, at);
            whole += ENTRY_BYTES;
        }
        confirmations.file.setLength(whole);
        return confirmations;
    }

    Map<LetterId, Instant> since() {
        return since;
    }

    void add(Collection<LetterId> ids, Instant at) throws IOException {
        ByteBuffer batch = ByteBuffer.allocate(ids.size() * ENTRY_BYTES);
        for (LetterId id : ids) {
            byte[] entry = entry(id, at);
            batch.put(entry).putInt(crc(entry));
        }
        file.seek(file.length());
        file.write(batch.array());
        file.getFD().sync();
        ids.forEach(id -> since.put(id, at));
    }

    /** Writes the file anew without those that are erased. */
    void drop(Collection<LetterId> erased) throws IOException {
        erased.forEach(since::remove);
        Path next = path.resolveSibling("confirmed.new");
        Files.deleteIfExists(next);
        try (RandomAccessFile out = file(next)) {
            ByteBuffer all = ByteBuffer.allocate(since.size() * ENTRY_BYTES);
            since.forEach((id, at) -> {
                byte[] entry = entry(id, at);
                all.put(entry).putInt(crc(entry));
            });
            out.write(all.array());
            out.getFD().sync();
        }
        file.close();
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        file = file(path);
    }

    void close() throws IOException {
        file.close();
    }

    private static RandomAccessFile file(Path path) throws IOException {
        return new RandomAccessFile(path.toFile(), "rw");
    }

    private static byte[] entry(LetterId id, Instant at) {
        return new Out().id(id).u64(at.toEpochMilli()).toBytes();
    }

    private static int crc(byte[] entry) {
        CRC32C crc = new CRC32C();
        crc.update(entry);
        return (int) crc.getValue();
    }
}
