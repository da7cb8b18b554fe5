package noroshi.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.View;

/**
 * A table to take along (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read Japanese; a cell that a spreadsheet would take for a
 * formula begins with an apostrophe.
 */
final class TableFile implements View {

    private final String name;
    private final Consumer<Consumer<String[]>> rows;

    private TableFile(String name, Consumer<Consumer<String[]>> rows) {
        this.name = name;
        this.rows = rows;
    }

    /** @param name of the file, ASCII without ending; @param rows gives each row, the head first */
    static TableFile of(String name, Consumer<Consumer<String[]>> rows) {
        return new TableFile(name, rows);
    }

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        response.setHeader("Cache-Control", "no-store");
        try (var out = new java.io.OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF');
            rows.accept(row -> write(out, row));
        }
    }

    private static void write(Writer out, String[] cells) {
        try {
            for (int i = 0; i < cells.length; i++) {
                if (i > 0) out.write(',');
                out.write(cell(cells[i]));
            }
            out.write("\r\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String cell(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
