package noroshi.people;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** CSV as offices send it: RFC 4180, in UTF-8 with or without its mark, or in CP932 as spreadsheets write it. */
final class Csv {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final char MARK = '\uFEFF';

    private final String text;
    private final int linesMax;
    private final List<Line> lines = new ArrayList<>();
    private List<String> cells = new ArrayList<>();
    private StringBuilder cell = new StringBuilder();
    private boolean quoted;
    private int number = 1;
    private int begun = 1;

    private Csv(String text, int linesMax) {
        this.text = text;
        this.linesMax = linesMax;
    }

    /** @param number of the line in the file on which it begins, from 1 */
    record Line(int number, List<String> cells) {

        Line {
            cells = List.copyOf(cells);
        }
    }

    /** Empty: in neither of the encodings. */
    static Optional<String> decoded(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8)
                .map(text -> !text.isEmpty() && text.charAt(0) == MARK ? text.substring(1) : text)
                .or(() -> decoded(bytes, CP932));
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

    /** Lines that are not empty; one more than the most when there are too many. */
    static List<Line> lines(String text, int linesMax) {
        return new Csv(text, linesMax).read();
    }

    private List<Line> read() {
        for (int i = 0; i < text.length() && lines.size() <= linesMax; i++) {
            char c = text.charAt(i);
            if (c == '\n') number++;
            if (quoted) i = inside(c, i);
            else outside(c);
        }
        endLine();
        return lines;
    }

    private int inside(char c, int i) {
        boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (c != '"') cell.append(c);
        else if (doubled) cell.append('"');
        else quoted = false;
        return doubled ? i + 1 : i;
    }

    private void outside(char c) {
        switch (c) {
            case '"' -> {
                if (cell.isEmpty()) quoted = true;
                else cell.append(c);
            }
            case ',' -> endCell();
            case '\r' -> {}
            case '\n' -> endLine();
            default -> cell.append(c);
        }
    }

    private void endCell() {
        cells.add(cell.toString().strip());
        cell = new StringBuilder();
    }

    private void endLine() {
        endCell();
        if (cells.stream().anyMatch(c -> !c.isEmpty())) lines.add(new Line(begun, cells));
        cells = new ArrayList<>();
        begun = number;
    }
}
