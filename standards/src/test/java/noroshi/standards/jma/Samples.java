package noroshi.standards.jma;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The shared data, where it is there: official samples, received telegrams, code tables. */
final class Samples {
    private Samples() {}

    /** shared/data beside or above the working directory, or where NOROSHI_SHARED says; null if there is none. */
    static @Nullable Path shared() {
        String told = System.getProperty("NOROSHI_SHARED", System.getenv("NOROSHI_SHARED"));
        if (told != null) {
            return existing(Path.of(told));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path found = existing(at.resolve("shared"));
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Path existing(Path shared) {
        Path data = shared.endsWith("data") ? shared : shared.resolve("data");
        return Files.isDirectory(data) ? data : null;
    }

    /** A folder below shared/data, e.g. outward/jma/telegrams; skips the test if it is absent. */
    static Path folder(String below) {
        Path shared = shared();
        Path folder = shared == null ? null : shared.resolve(below);
        if (folder == null || !Files.isDirectory(folder)) {
            String message = "skipped: shared/data/%s is absent".formatted(below);
            System.out.println(message);
            Assumptions.abort(message);
        }
        return Objects.requireNonNull(folder);
    }

    /** Official samples and received telegrams, by name. */
    static List<Path> telegrams() {
        return Stream.of("outward/jma/telegrams", "outward/jma/received")
                .flatMap(below -> xml(folder(below)).stream())
                .toList();
    }

    static List<Path> xml(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
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

    /** The kind that a file's name states: VXSE53 of 32-39_11_05_240613_VXSE53.xml and of 20210216071046_0_VXSE53_270000.xml. */
    static String kind(Path file) {
        for (String part : file.getFileName().toString().replace(".xml", "").split("_", -1)) {
            if (part.matches("[A-Z]{4}[0-9i]{2}")) {
                return part;
            }
        }
        throw new IllegalArgumentException("no kind in the name of " + file);
    }
}
