package noroshi.letter;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import noroshi.snapshot.Settings.LetterKey;

/**
 * A file that travels in the public snapshot but that only trusted beacons can read: in pieces, under a key made for this file
 * alone, which is wrapped for each of them (HPKE as for Letters).
 *
 * <pre>
 * piece 0   "NSF1" | text16 name | u64 made (ms) | u32 pieces after this | u16 n | n × (text16 key id, 32 enc, 32 wrapped key)
 * piece i   AES-128-GCM(key, nonce = 0…0 | u32 i, aad = piece 0, up to 8 MiB of the file)
 * </pre>
 */
public final class SealedFile {
    public static final int PIECE_BYTES_MAX = 8 << 20;
    public static final int RECEIVERS_MAX = 100;

    private static final byte[] MARK = "NSF1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] INFO = "noroshi sealed file 1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 16;
    private static final int ENC_BYTES = 32;
    private static final int WRAPPED_BYTES = KEY_BYTES + 16;
    private static final int PIECES_MAX = 900;

    private SealedFile() {}

    /** What the first piece tells without a key. */
    public record About(String name, Instant made) {}

    /** The pieces in order; the first is public. */
    public static List<byte[]> seal(List<LetterKey> receivers, About about, byte[] plain, SecureRandom random) {
        if (receivers.isEmpty() || receivers.size() > RECEIVERS_MAX) {
            throw new IllegalArgumentException(
                    "A sealed file has 1 to %d receivers, not %d".formatted(RECEIVERS_MAX, receivers.size()));
        }
        try {
            byte[] key = new byte[KEY_BYTES];
            random.nextBytes(key);
            int count = Math.ceilDiv(plain.length, PIECE_BYTES_MAX);
            byte[] head = head(receivers, about, key, count, random);
            List<byte[]> pieces = new ArrayList<>(count + 1);
            pieces.add(head);
            InputStream in = new ByteArrayInputStream(plain);
            for (int i = 1; i <= count; i++) {
                pieces.add(cipher(Cipher.ENCRYPT_MODE, key, head, i).doFinal(in.readNBytes(PIECE_BYTES_MAX)));
            }
            return pieces;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("Sealing needs only what every JDK 25 has", e);
        }
    }

    private static byte[] head(List<LetterKey> receivers, About about, byte[] key, int count, SecureRandom random)
            throws GeneralSecurityException {
        Out out = new Out()
                .bytes(MARK)
                .text16(about.name())
                .u64(about.made().toEpochMilli())
                .u32(count)
                .u16(receivers.size());
        for (LetterKey receiver : receivers) {
            Hpke.Sender sender = Hpke.sender(UnsealKey.publicKey(receiver), INFO, random);
            byte[] aad = about.name().getBytes(StandardCharsets.UTF_8);
            out.text16(receiver.id()).bytes(sender.enc()).bytes(sender.context().seal(0, aad, key));
        }
        return out.toBytes();
    }

    /** @throws LetterBroken when it is no sealed file */
    public static About about(byte[] head) {
        In in = new In(head);
        mark(in);
        return new About(in.text16(), Instant.ofEpochMilli(in.u64()));
    }

    /**
     * Writes the file's bytes.
     *
     * @throws LetterBroken when a piece is missing, changed or in another place, or the file was not sealed for this key
     */
    public static void open(UnsealKey key, List<byte[]> pieces, OutputStream out) throws IOException {
        byte[] head = pieces.getFirst();
        In in = new In(head);
        mark(in);
        String name = in.text16();
        in.u64();
        int count = in.length(PIECES_MAX);
        if (pieces.size() != count + 1) {
            throw new LetterBroken("A sealed file of %d pieces came with %d".formatted(count, pieces.size() - 1));
        }
        try {
            byte[] secret = unwrapped(key, in, name);
            for (int i = 1; i <= count; i++) {
                out.write(cipher(Cipher.DECRYPT_MODE, secret, head, i).doFinal(pieces.get(i)));
            }
        } catch (GeneralSecurityException e) {
            throw new LetterBroken("A sealed file does not open: " + e.getMessage());
        }
    }

    private static byte[] unwrapped(UnsealKey key, In in, String name) throws GeneralSecurityException {
        byte[] found = null;
        for (int n = in.u16(); n > 0; n--) {
            String id = in.text16();
            byte[] enc = in.bytes(ENC_BYTES);
            byte[] wrapped = in.bytes(WRAPPED_BYTES);
            if (found == null && id.equals(key.letterKey().id())) {
                found = Hpke.receiver(key.secret(), enc, INFO).open(0, name.getBytes(StandardCharsets.UTF_8), wrapped);
            }
        }
        if (found == null) {
            throw new LetterBroken(
                    "The file was not sealed for key " + key.letterKey().id());
        }
        return found;
    }

    private static void mark(In in) {
        if (!java.util.Arrays.equals(in.bytes(MARK.length), MARK)) {
            throw new LetterBroken("Not a sealed file");
        }
    }

    private static Cipher cipher(int mode, byte[] key, byte[] aad, int piece) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(12).putInt(8, piece).array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }
}
