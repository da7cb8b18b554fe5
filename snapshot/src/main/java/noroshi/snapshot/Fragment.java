package noroshi.snapshot;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A piece of pages, named by the SHA-256 of its plain bytes. The stored bytes lie on the heap (just made) or in a mapped
 * pack (read from a snapshot); either way they are never copied to be sent.
 */
public final class Fragment implements Content {
    /** Longer attachments are several raw fragments in one page. */
    public static final int BYTES_MAX = 16 << 20;
    /** Text that does not compress grows by a little. */
    static final int STORED_BYTES_MAX = BYTES_MAX + (64 << 10);

    private final FragmentRef ref;
    private final MemorySegment stored;

    Fragment(FragmentRef ref, MemorySegment stored) {
        this.ref = ref;
        this.stored = stored;
    }

    /** Compresses (level 9): raw deflate blocks ending on a full flush, so that fragments can be joined. */
    public static Fragment text(byte[] utf8) {
        requireSize(utf8.length);
        return made(Hash.of(utf8), Encoding.DEFLATE, utf8, Blocks.deflate(utf8));
    }

    /** Keeps the bytes as they are. */
    public static Fragment raw(byte[] bytes) {
        requireSize(bytes.length);
        return made(Hash.of(bytes), Encoding.RAW, bytes, bytes.clone());
    }

    /** A text whose compressed form lies in a store already. */
    static Fragment found(Hash hash, byte[] plain, MemorySegment stored) {
        return new Fragment(
                new FragmentRef(
                        hash, Encoding.DEFLATE, (int) stored.byteSize(), plain.length, crc32(plain), crc32c(stored)),
                stored);
    }

    private static Fragment made(Hash hash, Encoding encoding, byte[] plain, byte[] stored) {
        MemorySegment segment = MemorySegment.ofArray(stored);
        return new Fragment(
                new FragmentRef(hash, encoding, stored.length, plain.length, crc32(plain), crc32c(segment)), segment);
    }

    public Hash hash() {
        return ref.hash();
    }

    public Encoding encoding() {
        return ref.encoding();
    }

    public int storedBytes() {
        return ref.storedBytes();
    }

    public int plainBytes() {
        return ref.plainBytes();
    }

    /** CRC-32 of the plain bytes, as gzip counts it. */
    public int crc32() {
        return ref.crc32();
    }

    /** CRC-32C of the stored bytes. */
    public int crc32c() {
        return ref.crc32c();
    }

    /** A fresh view of the stored bytes, ready to be written to a channel; no copy. */
    public ByteBuffer buffer() {
        return stored.asByteBuffer().asReadOnlyBuffer();
    }

    /** Whether the stored bytes still have the length and CRC-32C of the signed leaf: to be asked before each answer. */
    public boolean intact() {
        return stored.byteSize() == ref.storedBytes() && crc32c(stored) == ref.crc32c();
    }

    /** The plain bytes: a new array. Compressed bytes that do not inflate are a {@link SnapshotBroken}. */
    public byte[] plain() {
        return switch (ref.encoding()) {
            case RAW -> stored.toArray(ValueLayout.JAVA_BYTE);
            case DEFLATE -> Blocks.inflate(stored, ref.plainBytes());
        };
    }

    FragmentRef ref() {
        return ref;
    }

    MemorySegment stored() {
        return stored;
    }

    static int crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    static int crc32c(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.asByteBuffer());
        return (int) crc.getValue();
    }

    private static void requireSize(int bytes) {
        if (bytes > BYTES_MAX) {
            throw new IllegalArgumentException(
                    "A fragment of %d bytes is over the limit of %d. Cut it into several parts."
                            .formatted(bytes, BYTES_MAX));
        }
    }

    /** Same name and same stored bytes. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Fragment f && f.ref.equals(ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    @Override
    public String toString() {
        return "Fragment[" + ref.hash().hex().substring(0, 12) + " " + ref.encoding() + " " + ref.plainBytes()
                + " bytes]";
    }
}
