package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.function.Consumer;
import noroshi.platform.CsvLines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.servlet.View;

/**
 * A table to take along: see {@link CsvLines}. Written whole before the first byte is sent: rows are read in a transaction, and a slow reader must not
 * keep one of the few connections to the database; what cannot be read to its end is an error and no half table.
 */
final class TableFile implements View {

    /** Takes a row; null is an empty cell. */
    interface Rows {
        void row(@Nullable Object... cells);
    }

    private final String name;
    private final Consumer<Rows> table;

    private TableFile(String name, Consumer<Rows> table) {
        this.name = name;
        this.table = table;
    }

    /** @param name of the file without ending; @param table gives each row, the head first */
    static TableFile of(String name, Consumer<Rows> table) {
        return new TableFile(name, table);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var file = Files.createTempFile("table", ".csv");
        try {
            try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                var lines = new CsvLines();
                table.accept(cells -> write(out, lines.row(cells).take()));
            }
            response.setContentType("text/csv; charset=utf-8");
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(name + ".csv", StandardCharsets.UTF_8)
                            .build()
                            .toString());
            response.setHeader("Cache-Control", "no-store");
            response.setContentLengthLong(Files.size(file));
            Files.copy(file, response.getOutputStream());
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
