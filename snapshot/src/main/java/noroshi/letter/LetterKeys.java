package noroshi.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import noroshi.snapshot.Settings.LetterKey;
import org.jspecify.annotations.Nullable;

/**
 * The office's letter keys in one file, one {@link UnsealKey#text()} a line, the newest first; {@code #} begins a comment. The public
 * half of the first stands in the snapshot; the others open what was sealed before. Losing the file loses every Letter that
 * is still sealed.
 */
public final class LetterKeys {

    /** Earlier keys that are kept: with a change a month, whatever was sealed in the last three years opens. */
    static final int KEYS_MAX = 36;

    private static final String NAME = "letter-";

    private final Path file;
    private final SecureRandom random;
    private @Nullable Opened opened;

    private record Opened(FileTime changed, Unseal unseal) {}

    public LetterKeys(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
    }

    /** Newest first; the first key is made when there is none. */
    public List<UnsealKey> all() {
        try {
            if (!Files.exists(file)) create();
            var keys = Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(UnsealKey::parse)
                    .toList();
            if (keys.isEmpty())
                throw new IllegalArgumentException(
                        file + " holds no key. Restore it from its backup, or move it away and a new one is made.");
            return keys;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** What new Letters are sealed to. */
    public LetterKey newest() {
        return all().getFirst().letterKey();
    }

    /** Opens what was sealed to any of the keys that are in the file now. */
    public synchronized Unseal unseal() {
        try {
            if (!Files.exists(file)) create();
            var changed = Files.getLastModifiedTime(file);
            var known = opened;
            if (known == null || !known.changed().equals(changed)) known = new Opened(changed, new Unseal(all()));
            opened = known;
            return known.unseal();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private UncheckedIOException unreadable(IOException e) {
        return new UncheckedIOException("The letter keys in %s cannot be read or made.".formatted(file), e);
    }

    /** A new key before the others, in a file that is either the old or the new one at any moment. */
    public LetterKey rotate() {
        var keys = new ArrayList<>(all());
        var next = UnsealKey.generate(NAME + (1 + highest(keys)), random);
        keys.addFirst(next);
        try {
            var whole = whole(keys.subList(0, Math.min(keys.size(), KEYS_MAX)));
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
            return next.letterKey();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter keys in %s cannot be written.".formatted(file), e);
        }
    }

    private static int highest(List<UnsealKey> keys) {
        return keys.stream()
                .map(key -> key.letterKey().id())
                .filter(id -> id.matches(NAME + "\\d{1,8}"))
                .mapToInt(id -> Integer.parseInt(id.substring(NAME.length())))
                .max()
                .orElse(0);
    }

    private void create() throws IOException {
        var half = whole(List.of(UnsealKey.generate(NAME + 1, random)));
        try {
            // A link, not a move: of two processes that start at once, one wins and nothing is overwritten.
            Files.createLink(file, half);
        } catch (FileAlreadyExistsException another) {
            // The other one's key is as good.
        } finally {
            Files.deleteIfExists(half);
        }
    }

    private Path whole(List<UnsealKey> keys) throws IOException {
        Files.createDirectories(file.getParent());
        var half = Files.createTempFile(
                file.getParent(),
                "letter",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(half, keys.stream().map(UnsealKey::text).toList());
        try (var channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        return half;
    }
}
