package noroshi.planning.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReassignmentFilesTest {

    /** Two resources (one in transit), three machines, two services, three processes, one balance: all counted by hand. */
    private static final String MODEL = """
            2
            1 100
            0 10
            3
            0 0 30 400 16 80 0 1 4
            0 0 10 240 8 160 1 0 4
            1 1 15 100 12 80 4 3 0
            2
            2 0
            1 1 0
            3
            0 12 10 1000
            0 10 20 100
            1 6 200 1
            1
            0 1 20
            10
            1 10 100
            """;

    @TempDir
    private Path folder;

    @Test
    void aModelIsReadAndItsCostIsTheOneCountedByHand() throws IOException {
        var packing = read(MODEL, "0 2 0");

        assertThat(packing.resources()).extracting(Packing.Resource::inTransit).containsExactly(true, false);
        assertThat(packing.groups().get(1).dependsOn()).containsExactly(0);
        // Machine 0: 18 of 16 comfortable, 210 of 80; free 12 and 190 of 240 wished. Machine 1: free 10 and 240.
        // Machine 2: 5 and 80.
        assertThat(Checker.cost(packing, new int[] {0, 2, 0}))
                .isEqualTo(new Cost(2 * 100 + 130 * 10, (50 + 0 + 20) * 10, 0, 0, 0));
        // The third process moves to machine 1, in the same neighbourhood: 10 + 40 over; item 1, group 1, way 1.
        assertThat(Checker.cost(packing, new int[] {0, 2, 1}))
                .isEqualTo(new Cost(40 * 10, (20 + (20 * 4 - 40)) * 10, 1, 10, 100));
        assertThat(Checker.violations(packing, new int[] {0, 2, 1})).isEmpty();
        // In transit it is held where it was as well: the first process keeps 12 of machine 0.
        assertThat(Checker.violations(packing, new int[] {1, 2, 0})).containsExactly("bin 1, resource 0: 12 of 10");
        assertThat(Checker.violations(packing, new int[] {0, 1, 0})).containsExactly("group 0 is spread over 1, not 2");
        assertThat(Checker.violations(packing, new int[] {0, 0, 0})).contains("group 0 has two items in bin 0");
        assertThat(Checker.violations(packing, new int[] {0, 7, 0})).containsExactly("item 1: there is no bin 7");
    }

    @Test
    void halfAModelSaysWhereItEnds() {
        assertThatThrownBy(() -> read(MODEL.substring(0, 60), "0 2 0"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line");
        assertThatThrownBy(() -> read(MODEL, "0 2")).hasMessageContaining("3 processes, but 2 places");
    }

    @Test
    void theRecordedCostsAreTheCheckers() throws IOException {
        var data = shared();
        var packing = ReassignmentFiles.read(data.resolve("model_a1_1.txt"), data.resolve("assignment_a1_1.txt"));
        assertThat(Checker.cost(packing, packing.initial()).total()).isEqualTo(49_528_750);
        assertThat(Checker.violations(packing, packing.initial())).isEmpty();

        var oracle = ReassignmentFiles.assignment(data.resolve("oracle/assignment_a1_1.cost44306501.txt"));
        assertThat(Checker.cost(packing, oracle).total()).isEqualTo(44_306_501);
        assertThat(Checker.violations(packing, oracle)).isEmpty();
    }

    private Packing read(String model, String assignment) throws IOException {
        var modelFile = Files.writeString(folder.resolve("model"), model);
        return ReassignmentFiles.read(modelFile, Files.writeString(folder.resolve("assignment"), assignment));
    }

    private static Path shared() {
        var given = System.getProperty("noroshi.shared", System.getenv().getOrDefault("NOROSHI_SHARED", ""));
        var inward = "inward/roadef2012";
        if (!given.isBlank() && Files.exists(Path.of(given, inward))) return Path.of(given, inward);
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent())
            if (Files.exists(folder.resolve("shared/data").resolve(inward)))
                return folder.resolve("shared/data").resolve(inward);
        var message = "skipped: shared/data/inward/roadef2012 is not here. Maybe set NOROSHI_SHARED.";
        System.out.println(message);
        Assumptions.abort(message);
        throw new IllegalStateException();
    }
}
