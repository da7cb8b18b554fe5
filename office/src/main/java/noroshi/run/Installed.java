package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * An installation as the commands beside {@code up} find it: its folders and its settings file.
 *
 * @param config empty for a demonstration, which has none
 */
record Installed(Folders folders, Optional<Path> config, Properties settings) {

    /** By {@code --data}, else by {@code --config} or the noroshi.conf beside the launcher. */
    static Installed find(Path home, Words words) {
        var given = words.option("--config");
        var file = given == null
                ? home.resolve("noroshi.conf")
                : Path.of(given).toAbsolutePath().normalize();
        if (given != null && !Files.isReadable(file)) throw new Refusal("No settings at %s.", file);
        var settings = Files.isReadable(file) ? Up.read(file) : new Properties();
        var data = words.option("--data");
        if (data == null && settings.isEmpty())
            throw new Refusal("Which installation? Give --data DIR, or --config FILE (default: %s).", file);
        var configured = home.resolve(settings.getProperty("noroshi.data", "data/noroshi"));
        var folder = data == null ? configured : Path.of(data);
        var folders = new Folders(home, folder);
        // Settings of another installation that happen to lie beside the launcher are none of this one's.
        boolean belong = given != null || folders.data().equals(new Folders(home, configured).data());
        return belong && !settings.isEmpty()
                ? new Installed(folders, Optional.of(file), settings)
                : new Installed(folders, Optional.empty(), new Properties());
    }

    void requireExists() {
        if (!Files.isDirectory(folders.keys()))
            throw new Refusal("%s is not Noroshi's data (no keys folder).", folders.data());
    }

    /** Whether a supervisor holds the data folder just now. */
    boolean isRunning() {
        try {
            if (!Files.exists(folders.run().resolve("lock"))) return false;
            new DataLock(folders).close();
            return false;
        } catch (Refusal e) {
            return true;
        }
    }

    /** What the running office was told; {@code up} and {@code demo} write it at each start. */
    Database runningDatabase() {
        var file = folders.run().resolve("office.properties");
        var told = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            told.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
        return new Database(
                told.getProperty("noroshi.database.url", ""),
                told.getProperty("noroshi.database.user", ""),
                told.getProperty("noroshi.database.password", ""));
    }
}
