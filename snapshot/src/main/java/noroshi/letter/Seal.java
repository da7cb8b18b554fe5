package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import noroshi.snapshot.Settings.LetterKey;

/** Seals Letters to one of the office's keys; whoever seals cannot open. Safe for any number of threads. */
public final class Seal {
    static final byte[] INFO = "noroshi letter 1".getBytes(StandardCharsets.US_ASCII);

    private final LetterKey key;
    private final PublicKey publicKey;
    private final SecureRandom random;

    public Seal(LetterKey key, SecureRandom random) {
        try {
            this.key = key;
            this.publicKey = UnsealKey.publicKey(key);
            this.random = random;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "The letter key " + key.id() + " is not an X25519 key: " + e.getMessage(), e);
        }
    }

    public SealedLetter seal(Letter letter) {
        SealedLetter envelope = new SealedLetter(
                letter.id(), letter.receivedAt(), key.id(), new byte[SealedLetter.ENC_BYTES], new byte[0]);
        try {
            Hpke.Sealed sealed = Hpke.seal(publicKey, INFO, envelope.bound(), letter.write(), random);
            return new SealedLetter(letter.id(), letter.receivedAt(), key.id(), sealed.enc(), sealed.ciphertext());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing to " + key.id() + " failed", e);
        }
    }
}
