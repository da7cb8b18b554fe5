package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import noroshi.platform.CsvLines;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.web.servlet.View;

/** A table to take along, written row by row while it is read: see {@link CsvLines}. */
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
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.attachment()
                        .filename(name + ".csv", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        response.setHeader("Cache-Control", "no-store");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            var lines = new CsvLines();
            table.accept(cells -> write(out, lines.row(cells).take()));
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
