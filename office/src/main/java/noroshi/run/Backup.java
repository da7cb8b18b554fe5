package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./noroshi backup}: the whole state of an office, running or not, as one archive and, apart from it, one file of keys. Read
 * again and compared before it takes its final name.
 */
public final class Backup {

    static final String USAGE = """
            ./noroshi backup FILE|DIR [--data DIR | --config FILE] [--keys FILE] [--passphrase-file FILE] [--without-pages]
              FILE|DIR           the archive; into a folder it goes under a name with the time
              --keys             where the keys and settings go (default: the archive's name with .keys).
                                 Keep it elsewhere than the archive: together they are the whole office
              --passphrase-file  the keys are encrypted with its first line; without it you are asked
              --without-pages    leaves out the published pages, which an office builds again by itself""";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneId.of("Asia/Tokyo"));
    private static final int COPIES_MAX = 5;

    private final Installed installed;
    private final Path archive;
    private final Path keys;
    private final boolean pages;

    Backup(Installed installed, Path archive, Path keys, boolean pages) {
        this.installed = installed;
        this.archive = archive;
        this.keys = keys;
        this.pages = pages;
    }

    public static void main(String[] arguments) {
        Ending.of(() -> {
            var home = Path.of(System.getProperty("noroshi.home", ".")).toAbsolutePath();
            var words = Words.parse(
                    List.of(arguments),
                    Set.of("--data", "--config", "--keys", "--passphrase-file"),
                    Set.of("--without-pages"),
                    USAGE);
            if (words.plain().size() != 1) throw new Refusal("Where to?%n%s", USAGE);
            var installed = Installed.find(home, words);
            installed.requireExists();
            var now = InstantSource.system().instant();
            var archive = archive(Path.of(words.plain().getFirst()).toAbsolutePath(), now);
            var keys = words.option("--keys");
            new Backup(
                            installed,
                            archive,
                            keys == null
                                    ? archive.resolveSibling(archive.getFileName() + ".keys")
                                    : Path.of(keys).toAbsolutePath(),
                            !words.has("--without-pages"))
                    .run(passphrase(words), now);
        });
    }

    private static Path archive(Path given, Instant now) {
        if (Files.isDirectory(given)) return given.resolve("noroshi-" + STAMP.format(now) + ".zip");
        if (Files.exists(given)) throw new Refusal("%s exists already. Choose another name, or give a folder.", given);
        return given;
    }

    private static char @Nullable [] passphrase(Words words) {
        var file = words.option("--passphrase-file");
        return file == null ? Passphrase.ask("passphrase for the keys", true) : Passphrase.read(Path.of(file));
    }

    /** @param now the time that the backup carries: before the first look at the database */
    void run(char @Nullable [] passphrase, Instant now) throws SQLException, IOException {
        long began = System.nanoTime();
        var part = archive.resolveSibling(archive.getFileName() + ".part");
        BackupManifest manifest;
        try {
            KeysFile.write(keys, KeysBundle.pack(installed, passphrase != null), passphrase, new SecureRandom());
            try (var writer = new BackupArchive.Writer(part)) {
                write(writer, now);
            }
            Progress.say("reading it again");
            manifest = BackupArchive.verify(part);
            Files.move(part, archive, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | SQLException | RuntimeException e) {
            Files.deleteIfExists(part);
            throw e;
        }
        tell(manifest, passphrase != null, (System.nanoTime() - began) / 1_000_000);
    }

    private void write(BackupArchive.Writer writer, Instant now) throws SQLException, IOException {
        try (var open = OpenDatabase.of(installed, System.getenv());
                var dump = new DatabaseDump(open.database())) {
            Progress.say("copying the database");
            for (var script : dump.migrations())
                writer.add("database/schema/" + script, out -> {
                    try (var in = DatabaseDump.script(script)) {
                        in.transferTo(out);
                    }
                });
            var tables = dump.write(writer);
            var sequences = dump.sequences();
            // After the database: what it says was fetched from the spool, the spool then certainly has.
            copy(writer, installed.folders().beacon().resolve("letters"), "beacon/letters");
            if (pages) copy(writer, installed.folders().snapshot(), "snapshot");
            writer.finish(new BackupManifest(
                    now,
                    dump.version(),
                    dump.migrations(),
                    tables,
                    sequences,
                    writer.items(),
                    BackupArchive.sha256(keys)));
        }
    }

    /**
     * Both stores are only ever appended to and read again up to the last whole entry after a crash: a copy taken while they grow
     * is what a power cut would leave. A compaction that takes files away meanwhile makes the copy begin again.
     */
    private static void copy(BackupArchive.Writer writer, Path folder, String as) throws IOException {
        if (!Files.isDirectory(folder)) return;
        for (int copies = 1; ; copies++) {
            try (var held = new HeldFiles(folder)) {
                for (var file : held.names()) writer.add(as + "/" + file, out -> held.copy(file, out));
                return;
            } catch (NoSuchFileException e) {
                if (copies == COPIES_MAX) throw e;
            }
        }
    }

    private void tell(BackupManifest manifest, boolean closed, long ms) {
        try {
            System.out.printf(
                    "backup: %s (%,d KB, %d tables, %,d rows, state of %s, read again and compared, %.1f s)%n",
                    archive,
                    Files.size(archive) / 1_000,
                    manifest.tables().size(),
                    manifest.rows(),
                    manifest.made(),
                    ms / 1_000.0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.out.printf(
                "keys: %s (%s)%n", keys, closed ? "encrypted" : "NOT encrypted: whoever has it is this office");
        if (!closed && KeysBundle.hasRoot(installed.folders()))
            System.out.println(
                    "The root key is not in it, because no passphrase closes it: keep keys/root.key elsewhere.");
        System.out.println("Keep the two apart from each other and from this building. Try a restore now and then.");
    }
}
