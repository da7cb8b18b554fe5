package noroshi.names;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Builds an index: add everybody, then finish. Keys are gathered in memory (about 25 bytes each, twelve or so a person); records go
 * to the file at once. Not for several threads.
 */
public final class NameIndexWriter implements Closeable {
    /** The largest event of the past had 1.2 million records. */
    public static final int RECORDS_MAX = 5_000_000;

    public static final int PAYLOAD_BYTES_MAX = 4_000;

    private final Path file;
    private final Path records;
    private final Readings readings;
    private final DataOutputStream data;
    private final KeyList exact = new KeyList();
    private final KeyList near = new KeyList();
    private int[] offsets = new int[1024];
    private int count;
    private int written;

    /** @param readings for names without kana */
    public NameIndexWriter(Path file, Readings readings) throws IOException {
        this.file = file;
        // A temporary file is its owner's alone, which a new one is not: everybody's name is in it.
        this.records = Files.createTempFile(file.toAbsolutePath().getParent(), "names", ".records");
        this.readings = readings;
        this.data = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(records), 1 << 16));
    }

    /**
     * @param names the first is shown, all are found
     * @param payload what a hit tells; opaque here
     */
    public void add(List<PersonName> names, byte[] payload) throws IOException {
        if (count >= RECORDS_MAX || payload.length > PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException("%,d件・%,dバイトは索引の上限を超えています".formatted(count, payload.length));
        }
        Keys keys = new Keys();
        names.forEach(name -> keys.add(name, readings));
        keys.exact().forEach(key -> exact.add(key, count));
        keys.near().forEach(key -> near.add(key, count | IndexFile.NEAR));
        if (count == offsets.length) {
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        offsets[count++] = written;
        byte[] record = record(names.getFirst(), payload);
        data.write(record);
        written = Math.addExact(written, record.length);
    }

    private static byte[] record(PersonName name, byte[] payload) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String part : List.of(name.family(), name.given(), name.familyKana(), name.givenKana())) {
                byte[] text = part.getBytes(StandardCharsets.UTF_8);
                out.writeShort(text.length);
                out.write(text);
            }
            out.writeShort(payload.length);
            out.write(payload);
        }
        return bytes.toByteArray();
    }

    /** Writes the file; the index can be opened afterwards. */
    public void finish() throws IOException {
        data.close();
        KeyList all = exact.followedBy(near);
        all.sort();
        IndexFile.write(file, records, all, Arrays.copyOf(offsets, count));
        Files.delete(records);
    }

    @Override
    public void close() throws IOException {
        data.close();
        Files.deleteIfExists(records);
    }
}
