package noroshi.platform;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads CSV as offices send it: RFC 4180, lenient where spreadsheets are. What {@link CsvLines} writes comes back, but for its apostrophes. */
public final class CsvRecords {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final char MARK = '\uFEFF';

    private final String text;
    private final char separator;
    private final List<Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int number = 1;
    private int begun = 1;

    private CsvRecords(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** @param number of the line in the file on which it begins, from 1; @param cells as written */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }

        public boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** @param unclosed the file ends within quotation marks; then the last line is not to be trusted */
    public record Read(List<Line> lines, boolean unclosed) {

        public Read {
            lines = List.copyOf(lines);
        }
    }

    /** UTF-8 with or without its mark, or CP932 as spreadsheets write it; empty: neither. */
    public static Optional<String> decoded(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8).or(() -> decoded(bytes, CP932));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** @param linesMax one more is read at most, so that the caller can tell */
    public static Read read(String text, char separator, int linesMax) {
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        var records = new CsvRecords(marked ? text.substring(1) : text, separator);
        records.read(linesMax);
        return new Read(records.lines, records.quoted);
    }

    private void read(int linesMax) {
        for (int i = 0; i < text.length() && lines.size() <= linesMax; i++) {
            char c = text.charAt(i);
            if (c == '\n') number++;
            if (quoted) i = inside(c, i);
            else outside(c);
        }
        if (lines.size() <= linesMax && (!cell.isEmpty() || !cells.isEmpty())) endLine();
    }

    private int inside(char c, int i) {
        boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c != '"') cell.append(c);
        else if (doubled) cell.append('"');
        else quoted = false;
        return doubled ? i + 1 : i;
    }

    private void outside(char c) {
        if (c == separator) endCell();
        else
            switch (c) {
                case '"' -> {
                    if (cell.isEmpty()) quoted = true;
                    else cell.append(c);
                }
                case '\r' -> {}
                case '\n' -> endLine();
                default -> cell.append(c);
            }
    }

    private void endCell() {
        cells.add(cell.toString());
        cell = new StringBuilder();
    }

    private void endLine() {
        endCell();
        lines.add(new Line(begun, cells));
        cells = new ArrayList<>();
        begun = number;
    }
}
