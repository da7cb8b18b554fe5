package noroshi.standards.pfif;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The test feeds of Person Finder, where the shared data is there. */
class PfifFilesTest {

    @Test
    void everyFileReadWrittenAndReadAgainGivesTheSameRecords() throws IOException {
        List<Path> files = files();
        assertThat(files).hasSizeGreaterThanOrEqualTo(5);
        for (Path file : files) {
            PfifDocument read = Pfif.read(Files.readAllBytes(file));
            assertThat(read.refused()).as("%s", file.getFileName()).isEmpty();
            assertThat(read.persons().size() + read.notes().size()).isPositive();
            assertThat(Pfif.read(Pfif.write(read))).as("%s", file.getFileName()).isEqualTo(read);
        }
    }

    @Test
    void everyFileCutAnywhereIsRefusedWithItsLine() throws IOException {
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            int end = new String(whole, java.nio.charset.StandardCharsets.UTF_8).indexOf("</pfif:pfif>");
            for (int cut = 0; cut < end; cut += 97) {
                byte[] torn = java.util.Arrays.copyOf(whole, cut);
                org.assertj.core.api.Assertions.assertThatThrownBy(() -> Pfif.read(torn))
                        .as("%s cut at %d", file.getFileName(), cut)
                        .isInstanceOf(PfifRejected.class)
                        .hasMessageContaining("行目");
            }
        }
    }

    private static List<Path> files() throws IOException {
        Path folder = shared();
        if (folder == null) {
            String message = "skipped: shared/data/outward/pfif is absent";
            System.out.println(message);
            Assumptions.abort(message);
        }
        try (Stream<Path> all = Files.list(Objects.requireNonNull(folder))) {
            return all.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
        }
    }

    private static @Nullable Path shared() {
        String told = System.getProperty("NOROSHI_SHARED", System.getenv("NOROSHI_SHARED"));
        for (Path at = Path.of(told == null ? "" : told).toAbsolutePath(); at != null; at = at.getParent()) {
            for (String below : List.of("outward/pfif", "data/outward/pfif", "shared/data/outward/pfif")) {
                if (Files.isDirectory(at.resolve(below))) {
                    return at.resolve(below);
                }
            }
        }
        return null;
    }
}
