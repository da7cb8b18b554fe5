package noroshi.names;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The index's file. Numbers are big-endian; sections follow each other without gaps:
 *
 * <pre>
 * "NNI1" | u32 records | u32 keys | u32 postings | u32 directory bits B | u32 bytes of records
 * directory  (2^B + 1) × u32   place of the first key whose highest B bits are at least this
 * keys       keys × u64        sorted
 * starts     (keys + 1) × u32  place of a key's first posting
 * postings   postings × u32    record number; the highest bit says "only nearly"
 * offsets    records × u32
 * records    each 4 × (u16 bytes, UTF-8): family, given, their kana; u16 bytes, payload
 * u32 CRC-32C of all before
 * </pre>
 */
final class IndexFile {
    static final int MARK = 0x4E4E4931;
    static final int HEAD_BYTES = 24;
    static final int NEAR = 0x8000_0000;
    private static final int KEYS_PER_SLOT = 4;

    private IndexFile() {}

    static void write(Path file, Path records, KeyList list, int[] offsets) throws IOException {
        int[] starts = starts(list);
        int keys = starts.length - 1;
        int bits = directoryBits(keys);
        CRC32C sum = new CRC32C();
        try (OutputStream raw = Files.newOutputStream(file);
                DataOutputStream out =
                        new DataOutputStream(new CheckedOutputStream(new BufferedOutputStream(raw, 1 << 16), sum))) {
            out.writeInt(MARK);
            out.writeInt(offsets.length);
            out.writeInt(keys);
            out.writeInt(list.size());
            out.writeInt(bits);
            out.writeInt(Math.toIntExact(Files.size(records)));
            directory(out, list, starts, bits);
            for (int k = 0; k < keys; k++) {
                out.writeLong(list.key(starts[k]));
            }
            for (int start : starts) {
                out.writeInt(start);
            }
            for (int p = 0; p < list.size(); p++) {
                out.writeInt(list.posting(p));
            }
            for (int offset : offsets) {
                out.writeInt(offset);
            }
            Files.copy(records, out);
            out.writeInt((int) sum.getValue());
        }
    }

    private static int[] starts(KeyList list) {
        int[] starts = new int[list.size() + 1];
        int keys = 0;
        for (int i = 0; i < list.size(); i++) {
            if (i == 0 || list.key(i) != list.key(i - 1)) {
                starts[keys++] = i;
            }
        }
        starts[keys] = list.size();
        return java.util.Arrays.copyOf(starts, keys + 1);
    }

    private static int directoryBits(int keys) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, keys / KEYS_PER_SLOT)));
    }

    private static void directory(DataOutputStream out, KeyList list, int[] starts, int bits) throws IOException {
        int key = 0;
        for (long slot = 0; slot <= 1L << bits; slot++) {
            while (key < starts.length - 1 && list.key(starts[key]) >>> (Long.SIZE - bits) < slot) {
                key++;
            }
            out.writeInt(key);
        }
    }
}
