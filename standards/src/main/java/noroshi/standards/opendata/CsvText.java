package noroshi.standards.opendata;

import java.util.ArrayList;
import java.util.List;

/** CSV by RFC 4180: quoted values may hold commas, line breaks and doubled quotes; any of CR LF, LF and CR ends a line. */
final class CsvText {

    private final String text;
    private final List<TableFile.Line> lines = new ArrayList<>();
    private List<String> values = new ArrayList<>();
    private StringBuilder value = new StringBuilder();
    private boolean quoted;
    private boolean begun;
    private int number = 1;
    private int first = 1;

    private CsvText(String text) {
        this.text = text;
    }

    /** Lines of nothing at all are left out; lines of empty values are lines. */
    static List<TableFile.Line> lines(String text) throws Unreadable {
        return new CsvText(text).read();
    }

    private List<TableFile.Line> read() throws Unreadable {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean next = i + 1 < text.length();
            if (quoted) {
                if (c == '"' && next && text.charAt(i + 1) == '"') value.append(text.charAt(++i));
                else if (c == '"') quoted = false;
                else value.append(c);
            } else outside(c, next ? text.charAt(i + 1) : 0);
            if (c == '\n' || c == '\r' && !(next && text.charAt(i + 1) == '\n')) number++;
            if (!begun) first = number;
            if (lines.size() > Table.ROWS_MAX + 1) break;
        }
        if (quoted) throw new Unreadable("%d行目から始まる引用符（\"）が閉じていません。直してから選んでください。".formatted(first));
        endLine();
        return lines;
    }

    private void outside(char c, int following) {
        switch (c) {
            case '"' -> {
                begun = true;
                if (value.isEmpty()) quoted = true;
                else value.append(c);
            }
            case ',' -> {
                begun = true;
                endValue();
            }
            case '\r' -> {
                if (following != '\n') endLine();
            }
            case '\n' -> endLine();
            default -> {
                begun = true;
                value.append(c);
            }
        }
    }

    private void endValue() {
        values.add(value.toString());
        value = new StringBuilder();
    }

    private void endLine() {
        if (begun) {
            endValue();
            lines.add(new TableFile.Line(first, values));
        }
        values = new ArrayList<>();
        begun = false;
    }
}
