package noroshi.letter;

import java.time.Instant;
import java.util.Arrays;

/**
 * A Letter that only the holder of the named key can open.
 *
 * @param keyId      which of the office's keys
 * @param enc        32 bytes: the encapsulated key of RFC 9180
 * @param sequence   the letter's number among those that share enc
 * @param ciphertext AES-128-GCM with its tag; id, time and key id are authenticated with it
 */
public record SealedLetter(LetterId id, Instant receivedAt, String keyId, byte[] enc, int sequence, byte[] ciphertext) {
    /** A letter, its tag and the envelope. */
    public static final int BYTES_MAX = Letter.BYTES_MAX + 1024;

    static final int ENC_BYTES = 32;
    private static final int MARK = 0x4E4C5332;

    /** mark "NLS2" | id | u64 received | key id | 32 bytes enc | u32 sequence | u32 length | ciphertext. */
    public byte[] write() {
        return new Out()
                .u32(MARK)
                .id(id)
                .u64(receivedAt.toEpochMilli())
                .text16(keyId)
                .bytes(enc)
                .u32(sequence)
                .block32(ciphertext)
                .toBytes();
    }

    public static SealedLetter read(byte[] bytes) {
        In in = new In(bytes);
        in.mark(MARK);
        LetterId id = in.id();
        Instant receivedAt = Instant.ofEpochMilli(in.u64());
        String keyId = in.text16();
        byte[] enc = in.bytes(ENC_BYTES);
        int sequence = in.u32();
        byte[] ciphertext = in.block32(BYTES_MAX);
        in.end();
        return new SealedLetter(id, receivedAt, keyId, enc, sequence, ciphertext);
    }

    /** What the ciphertext is bound to: id | u64 received | key id. */
    byte[] bound() {
        return bound(id, receivedAt, keyId);
    }

    static byte[] bound(LetterId id, Instant receivedAt, String keyId) {
        return new Out().id(id).u64(receivedAt.toEpochMilli()).text16(keyId).toBytes();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SealedLetter letter && Arrays.equals(write(), letter.write());
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "SealedLetter[" + id + " " + receivedAt + " for " + keyId + "]";
    }
}
