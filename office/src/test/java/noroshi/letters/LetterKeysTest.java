package noroshi.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import noroshi.letter.Letter;
import noroshi.letter.LetterBroken;
import noroshi.letter.LetterId;
import noroshi.letter.Seal;
import noroshi.letter.SealedLetter;
import noroshi.letter.UnsealKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterKeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path keys = Path.of("");

    @Test
    void anOlderKeyOpensWhatWasSealedBeforeTheChange() throws Exception {
        var before = UnsealKey.generate("letter-1", RANDOM);
        var after = UnsealKey.generate("letter-2", RANDOM);
        Files.writeString(
                keys.resolve(LetterKeys.FILE), "# newest first\n" + after.text() + "\n\n" + before.text() + "\n");

        var unseal = LetterKeys.read(keys, RANDOM);

        assertThat(unseal.unseal(sealed(before)).fields()).containsEntry("body", "to letter-1");
        assertThat(unseal.unseal(sealed(after)).fields()).containsEntry("body", "to letter-2");
    }

    @Test
    void aKeyThatWasTakenAwayOpensNothingMore() throws Exception {
        Files.writeString(
                keys.resolve(LetterKeys.FILE),
                UnsealKey.generate("letter-2", RANDOM).text());

        var unseal = LetterKeys.read(keys, RANDOM);

        assertThatThrownBy(() -> unseal.unseal(sealed(UnsealKey.generate("letter-1", RANDOM))))
                .isInstanceOf(LetterBroken.class);
    }

    @Test
    void theFirstKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
        var unused = LetterKeys.read(keys, RANDOM);
        var made = Files.readString(keys.resolve(LetterKeys.FILE));

        var again = LetterKeys.read(keys, RANDOM);

        assertThat(Files.readString(keys.resolve(LetterKeys.FILE))).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(keys.resolve(LetterKeys.FILE))).hasSize(2);
        assertThat(again.unseal(sealed(UnsealKey.parse(made.strip()))).fields()).containsEntry("body", "to letter-1");
    }

    private static SealedLetter sealed(UnsealKey key) {
        var id = LetterId.next(Instant.EPOCH, RANDOM);
        var name = key.letterKey().id();
        return new Seal(key.letterKey(), RANDOM)
                .seal(new Letter(id, "040002", "note", Instant.EPOCH, Map.of("body", "to " + name), "", ""));
    }
}
