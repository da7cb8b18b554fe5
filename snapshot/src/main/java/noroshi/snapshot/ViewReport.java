package noroshi.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * How often pages were looked at in one hour at one beacon. Totals, not differences: reading a report twice, or an older one
 * late, changes nothing. Nothing in it tells who looked.
 *
 * <pre>
 * noroshi-views 1 {beacon} {hour}
 * {site} {variant} {count} {path}      one line a page and variant
 * end {lines}
 * </pre>
 *
 * @param beacon 32 hexadecimal digits that a beacon's disk has for as long as its counts
 * @param hour   its beginning
 */
public record ViewReport(String beacon, Instant hour, List<Line> lines) {
    public static final String PATH = "/.noroshi/v1/views";
    public static final String TYPE = "text/plain; charset=utf-8";
    public static final int LINES_MAX = 25_000;
    /** Stands for all pages beyond those counted one by one. */
    public static final String OTHERS = "*";

    /** @param variant full, lite or text; @param path of the full variant, or {@link #OTHERS} */
    public record Line(String site, String variant, long count, String path) {
        public Line {
            require(site.matches("[0-9]{6}"), "A site is 6 digits, not '" + site + "'");
            require(variant.matches("[a-z]{1,16}"), "A variant is one lower-case word, not '" + variant + "'");
            require(count > 0, "A count is positive, not " + count);
            require(
                    path.equals(OTHERS) || path.startsWith("/") && path.length() <= Key.PATH_CHARACTERS_MAX,
                    "A path starts with /, not '" + path + "'");
            require(path.chars().allMatch(c -> c > ' ' && c < 0x7F), "A path is printable ASCII, not '" + path + "'");
        }
    }

    public ViewReport {
        lines = List.copyOf(lines);
        require(beacon.matches("[0-9a-f]{32}"), "A beacon is 32 hexadecimal digits, not '" + beacon + "'");
        require(hour.truncatedTo(ChronoUnit.HOURS).equals(hour), "An hour is whole, not " + hour);
        require(lines.size() <= LINES_MAX, "At most " + LINES_MAX + " lines, not " + lines.size());
    }

    public String text() {
        var text = new StringBuilder(64 + lines.size() * 40);
        text.append("noroshi-views 1 ").append(beacon).append(' ').append(hour).append('\n');
        for (var line : lines)
            text.append(line.site)
                    .append(' ')
                    .append(line.variant)
                    .append(' ')
                    .append(line.count)
                    .append(' ')
                    .append(line.path)
                    .append('\n');
        return text.append("end ").append(lines.size()).append('\n').toString();
    }

    /** An {@link IllegalArgumentException} says what is wrong; a report without its end is one that was cut off. */
    public static ViewReport parse(String text) {
        List<String> all = text.lines().toList();
        require(all.size() >= 2, "A report has a first and a last line");
        String[] first = all.getFirst().split(" ", -1);
        require(
                first.length == 4 && first[0].equals("noroshi-views") && first[1].equals("1"),
                "Not a report of format 1: '" + all.getFirst() + "'");
        require(all.getLast().equals("end " + (all.size() - 2)), "The report is cut off: '" + all.getLast() + "'");
        List<Line> lines = new ArrayList<>(all.size() - 2);
        for (String line : all.subList(1, all.size() - 1)) {
            String[] words = line.split(" ", -1);
            require(words.length == 4 && words[2].matches("[0-9]{1,18}"), "Not a line of a report: '" + line + "'");
            lines.add(new Line(words[0], words[1], Long.parseLong(words[2]), words[3]));
        }
        try {
            return new ViewReport(first[2], Instant.parse(first[3]), lines);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException("Not an hour: '" + first[3] + "'", e);
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
