package noroshi.people;

import java.util.List;
import java.util.Optional;

/** Tables of text as offices send them, for other features: see {@link Csv}. */
public final class CsvText {

    private CsvText() {}

    /** @param number of the line in the file on which it begins, from 1 */
    public record Line(int number, List<String> cells) {

        public Line {
            cells = List.copyOf(cells);
        }
    }

    /** UTF-8 with or without its mark, or CP932; empty: in neither. */
    public static Optional<String> decoded(byte[] bytes) {
        return Csv.decoded(bytes);
    }

    /** Lines that are not empty; one more than the most when there are too many. */
    public static List<Line> lines(String text, int linesMax) {
        return Csv.lines(text, linesMax).stream()
                .map(line -> new Line(line.number(), line.cells()))
                .toList();
    }
}
