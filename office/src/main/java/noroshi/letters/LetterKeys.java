package noroshi.letters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import noroshi.letter.Unseal;
import noroshi.letter.UnsealKey;

/**
 * The office's letter keys: {@code keys/letter.key}, one {@link UnsealKey#text()} a line, the newest first. The public half of the
 * first stands in the snapshot; the others open what was sealed before. Made at the first start, never overwritten: losing
 * it loses every Letter that is still sealed.
 */
final class LetterKeys {

    static final String FILE = "letter.key";

    private LetterKeys() {}

    static Unseal read(Path keys, SecureRandom random) {
        var file = keys.resolve(FILE);
        try {
            if (!Files.exists(file)) create(file, random);
            return new Unseal(parse(Files.readAllLines(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("The letter key %s cannot be read or made.".formatted(file), e);
        }
    }

    private static List<UnsealKey> parse(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(UnsealKey::parse)
                .toList();
    }

    private static void create(Path file, SecureRandom random) throws IOException {
        Files.createDirectories(file.getParent());
        var half = Files.createTempFile(
                file.getParent(),
                "letter",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, UnsealKey.generate("letter-1", random).text() + "\n");
        try {
            // A link, not a move: of two processes that start at once, one wins and nothing is overwritten.
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException another) {
            // The other one's key is as good.
        } finally {
            Files.deleteIfExists(half);
        }
    }
}
