package noroshi.letter;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Collection;
import java.util.function.ObjLongConsumer;
import java.util.zip.CRC32C;

/** Which letters the office has, and since when: an append-only file of {@code 16 id | u64 instant | u32 CRC-32C}. */
final class Confirmations {
    private static final int ENTRY_BYTES = 28;

    private final Path path;
    private RandomAccessFile file;

    private Confirmations(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /** Tells every confirmation that is whole, with its milliseconds, and cuts a torn tail. */
    static Confirmations open(Path directory, ObjLongConsumer<LetterId> found) throws IOException {
        Path path = directory.resolve("confirmed");
        Confirmations confirmations = new Confirmations(path, file(path));
        ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path));
        int whole = 0;
        while (all.remaining() >= ENTRY_BYTES) {
            LetterId id = new LetterId(all.getLong(), all.getLong());
            long at = all.getLong();
            if (all.getInt() != crc(entry(id, at))) {
                break;
            }
            found.accept(id, at);
            whole += ENTRY_BYTES;
        }
        confirmations.file.setLength(whole);
        return confirmations;
    }

    void add(Collection<LetterId> ids, Instant at) throws IOException {
        ByteBuffer batch = ByteBuffer.allocate(ids.size() * ENTRY_BYTES);
        for (LetterId id : ids) {
            byte[] entry = entry(id, at.toEpochMilli());
            batch.put(entry).putInt(crc(entry));
        }
        file.seek(file.length());
        file.write(batch.array());
        file.getFD().sync();
    }

    /** Writes the file anew: what is confirmed and still here. */
    void rewrite(SpoolIndex index) throws IOException {
        Path next = path.resolveSibling("confirmed.new");
        try (FileOutputStream bytes = new FileOutputStream(next.toFile());
                DataOutputStream out = new DataOutputStream(new BufferedOutputStream(bytes, 1 << 16))) {
            for (int position = 0; position < index.size(); position++) {
                if (index.isConfirmed(position)) {
                    byte[] entry = entry(index.id(position), index.confirmedMs(position));
                    out.write(entry);
                    out.writeInt(crc(entry));
                }
            }
            out.flush();
            bytes.getFD().sync();
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

    private static byte[] entry(LetterId id, long atMs) {
        return new Out().id(id).u64(atMs).toBytes();
    }

    private static int crc(byte[] entry) {
        CRC32C crc = new CRC32C();
        crc.update(entry);
        return (int) crc.getValue();
    }
}
