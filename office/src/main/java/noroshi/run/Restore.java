package noroshi.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** {@code ./noroshi restore}: makes an office again from its backup, in an empty data folder. */
public final class Restore {

    static final String USAGE = """
            ./noroshi restore FILE --data DIR [--keys FILE] [--passphrase-file FILE] [--config FILE]
            ./noroshi restore FILE --check
              FILE      the archive that ./noroshi backup wrote
              --data    the new data folder: missing or empty
              --keys    the file of keys written with it (default: the archive's name with .keys)
              --config  settings to use instead of those of the backup, for a database of its own
              --check   only reads the archive and compares every byte with its manifest""";

    private final Path archive;
    private final Folders folders;

    Restore(Path archive, Folders folders) {
        this.archive = archive;
        this.folders = folders;
    }

    public static void main(String[] arguments) {
        Ending.of(() -> {
            var home = Path.of(System.getProperty("noroshi.home", ".")).toAbsolutePath();
            var words = Words.parse(
                    List.of(arguments),
                    Set.of("--data", "--keys", "--passphrase-file", "--config"),
                    Set.of("--check"),
                    USAGE);
            if (words.plain().size() != 1) throw new Refusal("Which backup?%n%s", USAGE);
            var archive = Path.of(words.plain().getFirst()).toAbsolutePath();
            if (words.has("--check")) {
                tell(archive, BackupArchive.verify(archive));
                return;
            }
            var data = words.option("--data");
            if (data == null) throw new Refusal("Where to? --data DIR is missing.%n%s", USAGE);
            var config = words.option("--config");
            new Restore(archive, new Folders(home, Path.of(data)))
                    .run(
                            keys(archive, words),
                            config == null ? null : Path.of(config).toAbsolutePath());
        });
    }

    private static void tell(Path archive, BackupManifest manifest) {
        System.out.printf(
                "whole: %s (state of %s, PostgreSQL %s, %d tables, %,d rows)%n",
                archive,
                manifest.made(),
                manifest.postgreSql(),
                manifest.tables().size(),
                manifest.rows());
    }

    private static byte[] keys(Path archive, Words words) {
        var given = words.option("--keys");
        var file = given == null ? archive.resolveSibling(archive.getFileName() + ".keys") : Path.of(given);
        if (!Files.isReadable(file))
            throw new Refusal(
                    "No keys at %s. Give the file of keys that was written with the backup: --keys FILE.", file);
        var passphrase = words.option("--passphrase-file");
        // Only now: a file in the clear asks for nothing.
        try {
            return KeysFile.read(file, passphrase == null ? null : Passphrase.read(Path.of(passphrase)));
        } catch (Refusal e) {
            var typed = passphrase == null ? Passphrase.ask("passphrase of the keys", false) : null;
            if (typed == null) throw e;
            return KeysFile.read(file, typed);
        }
    }

    void run(byte[] keys, @Nullable Path config) throws SQLException, IOException {
        long began = System.nanoTime();
        requireEmpty();
        Progress.say("comparing the archive with its manifest");
        var manifest = BackupArchive.verify(archive);
        folders.create();
        KeysBundle.unpack(keys, folders);
        var restored = folders.data().resolve(KeysBundle.SETTINGS);
        var settings = config != null ? config : restored;
        var installed = Files.exists(settings)
                ? new Installed(folders, java.util.Optional.of(settings), Up.read(settings))
                : new Installed(folders, java.util.Optional.empty(), new java.util.Properties());
        try (var zip = new ZipFile(archive.toFile())) {
            files(zip, manifest);
            try (var open = OpenDatabase.of(installed, System.getenv())) {
                Progress.say("filling the database");
                new DatabaseLoad(open.database()).load(zip, manifest);
            }
        }
        DatabaseLoad.mark(folders.data(), manifest);
        tell(archive, manifest);
        System.out.printf("restored: %s (%.1f s)%n", folders.data(), (System.nanoTime() - began) / 1e9);
        System.out.println(
                installed.config().isPresent()
                        ? "start it: ./noroshi up --config " + settings
                        : "start it: ./noroshi demo --data " + folders.data());
        System.out.println("Then look at the page 状態: it lists public pages that this backup did not know yet.");
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(folders.data())) return;
        try (var entries = Files.list(folders.data())) {
            if (entries.findAny().isPresent())
                throw new Refusal(
                        "%s is not empty. A restore never writes over anything: move it away, or give another folder.",
                        folders.data());
        }
    }

    private void files(ZipFile zip, BackupManifest manifest) throws IOException {
        for (var item : manifest.items()) {
            if (!item.path().matches("(snapshot|beacon/letters)/[A-Za-z0-9][A-Za-z0-9._-]{0,80}")) continue;
            var file = folders.data().resolve(item.path());
            Files.createDirectories(file.getParent());
            try (var in = BackupArchive.open(zip, item.path())) {
                Files.copy(in, file);
            }
        }
    }
}
