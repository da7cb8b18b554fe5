package noroshi.letter;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens Letters with the office's present and earlier keys. Safe for any number of threads. */
public final class Unseal {
    private final List<UnsealKey> keys;
    private @Nullable Last last;

    /** Letters come in the order in which they were sealed, so mostly the encapsulated key is that of the one before. */
    private record Last(UnsealKey key, byte[] enc, Hpke.Context context) {}

    public Unseal(List<UnsealKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** A changed byte, another envelope or an unknown key is a {@link LetterBroken}. */
    public Letter unseal(SealedLetter sealed) {
        UnsealKey key = keys.stream()
                .filter(candidate -> candidate.letterKey().id().equals(sealed.keyId()))
                .findFirst()
                .orElseThrow(() -> new LetterBroken("Letter " + sealed.id() + " is sealed to the key '" + sealed.keyId()
                        + "', which is not here. Maybe restore it from its backup."));
        try {
            Letter letter = Letter.read(
                    context(key, sealed.enc()).open(sealed.sequence(), sealed.bound(), sealed.ciphertext()));
            if (!letter.id().equals(sealed.id())) {
                throw new LetterBroken("The envelope " + sealed.id() + " holds the letter " + letter.id());
            }
            return letter;
        } catch (GeneralSecurityException e) {
            throw new LetterBroken(
                    "Letter " + sealed.id() + " does not open: a byte was changed, or it was sealed to another key", e);
        }
    }

    private synchronized Hpke.Context context(UnsealKey key, byte[] enc) throws GeneralSecurityException {
        var known = last;
        if (known == null || known.key() != key || !Arrays.equals(known.enc(), enc)) {
            known = new Last(key, enc, Hpke.receiver(key.secret(), enc, Seal.INFO));
            last = known;
        }
        return known.context();
    }
}
