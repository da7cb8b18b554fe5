package noroshi.standards.opendata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The real files beside the repository; a test without them is skipped and says so. */
final class SharedFiles {

    private SharedFiles() {}

    static List<Path> under(String folder) {
        var root = folder(folder);
        if (root == null) {
            var message = "skipped: shared/data/%s is not here. Maybe set NOROSHI_SHARED.".formatted(folder);
            System.out.println(message);
            Assumptions.abort(message);
            throw new AssertionError(message);
        }
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("SOURCES.md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @org.jspecify.annotations.Nullable Path folder(String folder) {
        var named = System.getenv("NOROSHI_SHARED");
        if (named != null && Files.isDirectory(Path.of(named, "data", folder))) return Path.of(named, "data", folder);
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            var beside = at.resolve("shared/data").resolve(folder);
            if (Files.isDirectory(beside)) return beside;
        }
        return null;
    }
}
