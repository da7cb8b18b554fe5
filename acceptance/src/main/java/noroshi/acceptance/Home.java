package noroshi.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the launcher stands, and the data that is shared beside the repository, if it is there. */
public final class Home {

    private Home() {}

    public static Path folder() {
        var given = System.getProperty("noroshi.home");
        var from = given == null ? Path.of("").toAbsolutePath() : Path.of(given).toAbsolutePath();
        for (Path folder = from; folder != null; folder = folder.getParent())
            if (Files.isExecutable(folder.resolve("noroshi")) && Files.exists(folder.resolve("snapshot/pom.xml")))
                return folder;
        throw new IllegalStateException("No launcher ./noroshi above " + from + ". Maybe set -Dnoroshi.home=FOLDER.");
    }

    /** A folder below shared/data; looked for at NOROSHI_SHARED, else beside each folder above. */
    public static Optional<Path> shared(String path) {
        var given = System.getProperty("noroshi.shared", System.getenv().getOrDefault("NOROSHI_SHARED", ""));
        if (!given.isBlank()) return Optional.of(Path.of(given, path)).filter(Files::exists);
        for (Path folder = folder(); folder != null; folder = folder.getParent()) {
            var candidate = folder.resolve("shared/data").resolve(path);
            if (Files.exists(candidate)) return Optional.of(candidate);
        }
        return Optional.empty();
    }
}
