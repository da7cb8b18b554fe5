package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import noroshi.snapshot.Settings.LetterKey;
import org.jspecify.annotations.Nullable;

/**
 * Seals Letters to one of the office's keys. Whoever seals cannot open, except, as long as it is in memory, what went under the present
 * encapsulated key: some thousand Letters of at most a minute. Safe for any number of threads.
 */
public final class Seal {
    static final byte[] INFO = "noroshi letter 1".getBytes(StandardCharsets.US_ASCII);

    static final int LETTERS_MAX = 4096;
    private static final Duration LASTS_MAX = Duration.ofMinutes(1);

    private final LetterKey key;
    private final PublicKey publicKey;
    private final SecureRandom random;
    private @Nullable Batch batch;

    /** Letters under one encapsulated key. {@code next} is the sequence number of the next one. */
    private record Batch(Hpke.Sender sender, Instant begun, AtomicInteger next) {

        boolean serves(Instant at) {
            return next.get() < LETTERS_MAX && Duration.between(begun, at).abs().compareTo(LASTS_MAX) < 0;
        }
    }

    private record Place(Hpke.Sender sender, int sequence) {}

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
        try {
            var place = place(letter.receivedAt());
            var enc = place.sender().enc();
            var bound = SealedLetter.bound(letter.id(), letter.receivedAt(), key.id());
            var ciphertext = place.sender().context().seal(place.sequence(), bound, letter.write());
            return new SealedLetter(letter.id(), letter.receivedAt(), key.id(), enc, place.sequence(), ciphertext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing to " + key.id() + " failed", e);
        }
    }

    private synchronized Place place(Instant at) throws GeneralSecurityException {
        var current = batch;
        if (current == null || !current.serves(at)) {
            current = new Batch(Hpke.sender(publicKey, INFO, random), at, new AtomicInteger());
            batch = current;
        }
        return new Place(current.sender(), current.next().getAndIncrement());
    }
}
