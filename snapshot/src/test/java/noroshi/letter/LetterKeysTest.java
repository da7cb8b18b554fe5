package noroshi.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LetterKeysTest {

    private static final SecureRandom RANDOM = new SecureRandom();

    @TempDir
    Path folder;

    private Path file;
    private LetterKeys keys;

    @BeforeEach
    void find() {
        file = folder.resolve("letter.key");
        keys = new LetterKeys(file, RANDOM);
    }

    @Test
    void afterARotationNewLettersHaveANewKeyAndOldOnesStillOpen() throws Exception {
        var before = keys.all().getFirst();

        var after = keys.rotate();

        assertThat(after.id()).isEqualTo("letter-2");
        assertThat(keys.newest()).isEqualTo(after);
        assertThat(keys.all()).hasSize(2);
        assertThat(keys.unseal().unseal(sealed(before)).fields()).containsEntry("body", "to letter-1");
        assertThat(keys.unseal().unseal(sealed(keys.all().getFirst())).fields()).containsEntry("body", "to letter-2");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        try (var all = Files.list(folder)) {
            assertThat(all).containsExactly(file);
        }
    }

    @Test
    void whatWasSealedInTheLastThirtySixRotationsOpens() {
        var first = keys.all().getFirst();
        for (int i = 1; i < LetterKeys.KEYS_MAX; i++) keys.rotate();

        assertThat(keys.unseal().unseal(sealed(first)).fields()).containsEntry("body", "to letter-1");

        keys.rotate();
        assertThat(keys.all()).hasSize(LetterKeys.KEYS_MAX);
        assertThatThrownBy(() -> keys.unseal().unseal(sealed(first))).isInstanceOf(LetterBroken.class);
    }

    @Test
    void commentsAndBlankLinesAreForPeople() throws Exception {
        var before = UnsealKey.generate("letter-1", RANDOM);
        var after = UnsealKey.generate("letter-2", RANDOM);
        Files.writeString(file, "# newest first\n" + after.text() + "\n\n" + before.text() + "\n");

        assertThat(keys.newest()).isEqualTo(after.letterKey());
        assertThat(keys.unseal().unseal(sealed(before)).fields()).containsEntry("body", "to letter-1");
    }

    @Test
    void aKeyThatWasTakenAwayOpensNothingMore() {
        assertThatThrownBy(() -> keys.unseal().unseal(sealed(UnsealKey.generate("letter-9", RANDOM))))
                .isInstanceOf(LetterBroken.class)
                .hasMessageContaining("letter-9");
    }

    @Test
    void theFirstKeyIsMadeOnceAndForItsOwnerOnly() throws Exception {
        var made = keys.newest();

        assertThat(new LetterKeys(file, RANDOM).newest()).isEqualTo(made);
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void anEmptyFileSaysWhatToDo() throws Exception {
        Files.writeString(file, "# nothing\n");

        assertThatThrownBy(keys::all).hasMessageContaining("Restore it from its backup");
    }

    private static SealedLetter sealed(UnsealKey key) {
        var id = LetterId.next(Instant.EPOCH, RANDOM);
        var name = key.letterKey().id();
        return new Seal(key.letterKey(), RANDOM)
                .seal(new Letter(id, "040002", "note", Instant.EPOCH, Map.of("body", "to " + name), "", ""));
    }
}
