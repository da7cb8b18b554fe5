package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Set;

/** Where an installation keeps its things: {@code home} is the program, {@code data} all that must survive. */
record Folders(Path home, Path data) {

    private static final FileAttribute<Set<PosixFilePermission>> OWN =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    Folders {
        home = home.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
    }

    Path logs() {
        return data.resolve("logs");
    }

    /** Process ids and generated settings; may be deleted whenever nothing runs. */
    Path run() {
        return data.resolve("run");
    }

    /** The office's temporary files: indexes of names among them, so nothing of them may outlive it. */
    Path scratch() {
        return run().resolve("scratch");
    }

    Path keys() {
        return data.resolve("keys");
    }

    Path database() {
        return data.resolve("postgresql");
    }

    Path beacon() {
        return data.resolve("beacon");
    }

    /** The office's own; it holds pages that are not open yet. */
    Path snapshot() {
        return data.resolve("snapshot");
    }

    Path mail() {
        return data.resolve("mail");
    }

    Path pid(String child) {
        return run().resolve(child + ".pid");
    }

    void create() {
        try {
            Files.createDirectories(data);
            // Closed to other users of the computer. Not so the database's, which may run as a user of its own.
            for (var folder : new Path[] {logs(), run(), mail(), beacon(), snapshot(), keys()})
                if (!Files.isDirectory(folder)) Files.createDirectory(folder, OWN);
        } catch (IOException e) {
            throw new Refusal(
                    "Cannot write to %s (%s). Maybe choose another folder with --data DIR.", data, e.getMessage());
        }
    }

    /** A killed process leaves its temporary files; the next one starts without them. */
    void emptyScratch() {
        try {
            if (Files.isDirectory(scratch())) erase(scratch());
            Files.createDirectory(scratch(), OWN);
        } catch (IOException e) {
            throw new Refusal("Cannot empty %s (%s). Maybe it belongs to another user.", scratch(), e.getMessage());
        }
    }

    /** Empties the data folder for {@code --fresh}; refuses a folder that is not Noroshi's. */
    void erase() {
        if (!Files.exists(data)) return;
        if (!Files.isDirectory(logs()) && !isEmpty(data))
            throw new Refusal(
                    "%s does not look like Noroshi's data (no logs folder), so --fresh leaves it alone. Maybe choose another"
                            + " folder with --data DIR.",
                    data);
        if (Files.isDirectory(run())) {
            // Whoever runs on this folder keeps it; whatever a killed start left behind ends first.
            try (var taken = new DataLock(this)) {
                new Orphans(this).stop();
                erase(data);
            }
        } else erase(data);
    }

    static void erase(Path tree) {
        try (var all = Files.walk(tree)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + tree, e);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
