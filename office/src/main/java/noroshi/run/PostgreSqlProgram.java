package noroshi.run;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL server that comes with Noroshi (a jar of binaries), unpacked once per computer and version. */
final class PostgreSqlProgram {

    static final String VERSION = "18.6";

    private PostgreSqlProgram() {}

    /** The folder with bin/, lib/ and share/. */
    static Path unpacked() {
        var cache = cache();
        var program = cache.resolve("postgresql-" + VERSION);
        if (Files.isExecutable(program.resolve("bin/postgres"))) return program;
        try {
            Files.createDirectories(cache);
            var part = Files.createTempDirectory(
                    cache, "part", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            unpack(part);
            settle(part, program);
            return program;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack PostgreSQL into " + cache, e);
        }
    }

    /** Another start may have been faster; then its copy is as good as ours. */
    private static void settle(Path part, Path program) throws IOException {
        try {
            Files.move(part, program, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | AtomicMoveNotSupportedException e) {
            Folders.erase(part);
        } catch (FileSystemException e) {
            Folders.erase(part);
            if (!Files.isExecutable(program.resolve("bin/postgres"))) throw e;
        }
    }

    /** For root a folder that every user may enter, because the server runs as another user. */
    private static Path cache() {
        if ("root".equals(System.getProperty("user.name"))) return Path.of("/var/cache/noroshi");
        var given = System.getenv("XDG_CACHE_HOME");
        var base =
                given == null || given.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(given);
        return base.resolve("noroshi");
    }

    private static void unpack(Path target) throws IOException {
        var resource = "/postgres-" + system() + ".txz";
        try (var packed = PostgreSqlProgram.class.getResourceAsStream(resource)) {
            if (packed == null)
                throw new Refusal(
                        "No PostgreSQL for this computer (%s) comes with Noroshi. Give a database of your own:"
                                + " NOROSHI_DB_URL, NOROSHI_DB_USER, NOROSHI_DB_PASSWORD.",
                        resource);
            unpack(packed, target);
        }
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                var path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) throw new IOException("Entry outside of the archive: " + entry.getName());
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        var folder = path.getParent();
        if (folder != null) Files.createDirectories(folder);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean executable = (entry.getMode() & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private static String system() {
        var machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
        return system + "-" + (machine.equals("aarch64") || machine.equals("arm64") ? "arm_64" : "x86_64");
    }
}
