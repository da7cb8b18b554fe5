package noroshi.checks.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** A table of facts beside the classes: lines of columns between tabs, comments behind {@code #}. */
final class Table {

    private Table() {}

    static List<String[]> read(String name) {
        try (var in = Table.class.getResourceAsStream("/noroshi/checks/page/" + name)) {
            if (in == null) throw new IllegalStateException(name + " is missing beside the classes");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words of a column; none for "-". */
    static Set<String> words(String column) {
        return column.equals("-") ? Set.of() : Set.of(column.split(" "));
    }
}
