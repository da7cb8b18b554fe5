package noroshi.letter;

import java.security.GeneralSecurityException;
import java.util.List;

/** Opens Letters with the office's present and earlier keys. */
public final class Unseal {
    private final List<UnsealKey> keys;

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
            Letter letter =
                    Letter.read(Hpke.open(key.secret(), sealed.enc(), Seal.INFO, sealed.bound(), sealed.ciphertext()));
            if (!letter.id().equals(sealed.id())) {
                throw new LetterBroken("The envelope " + sealed.id() + " holds the letter " + letter.id());
            }
            return letter;
        } catch (GeneralSecurityException e) {
            throw new LetterBroken(
                    "Letter " + sealed.id() + " does not open: a byte was changed, or it was sealed to another key", e);
        }
    }
}
