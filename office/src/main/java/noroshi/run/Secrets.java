package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

/** Secrets of an installation, made at the first start and readable by their owner only (0600). */
final class Secrets {

    private static final int SECRET_BYTES = 32;
    private final Path keys;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path keys) {
        this.keys = keys;
    }

    /** The file of that secret, made when it is missing; once, also when two threads ask at the same time. */
    synchronized Path file(String name) {
        var file = keys.resolve(name);
        if (Files.exists(file)) return file;
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return write(file, HexFormat.of().formatHex(bytes) + "\n");
    }

    String value(String name) {
        try {
            return Files.readString(file(name)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secret " + name, e);
        }
    }

    /** Writes a file that is either whole or absent, never readable by others in between. */
    static Path write(Path file, String text) {
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            try (var channel = Files.newByteChannel(
                    part, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), owner)) {
                channel.write(java.nio.ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw new Refusal("%s is being written by another start of Noroshi. Stop that one first.", part);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }
}
