package noroshi.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Tables with more columns than anyone can read on a telephone or hear read aloud; found by the rule below their header. */
record WideTables(int line, int columns) {

    static final int COLUMNS_MAX = 30;

    private static final Pattern RULE = Pattern.compile("[ >]*\\|?\\s*:?-+:?\\s*(\\|\\s*:?-+:?\\s*)++\\|?\\s*");

    /** @return the line of each header, counted from 1 */
    static List<WideTables> in(String text) {
        var found = new ArrayList<WideTables>();
        int number = 0;
        for (var line : (Iterable<String>) text.lines()::iterator) {
            number++;
            // Cheap first: this looks at every line of every article.
            if (line.length() <= COLUMNS_MAX
                    || line.indexOf("-|") < 0
                            && line.indexOf("- |") < 0
                            && line.indexOf(":|") < 0
                            && line.indexOf(": |") < 0) continue;
            int columns = RULE.matcher(line).matches() ? columns(line) : 0;
            if (columns > COLUMNS_MAX) found.add(new WideTables(Math.max(1, number - 1), columns));
        }
        return found;
    }

    private static int columns(String rule) {
        return (int) Pattern.compile("-+").matcher(rule).results().count();
    }

    String message() {
        return "表が%d列あります。%d列以内にしてください。列を減らすか、表を分けるか、ExcelやCSVのファイルを添付してください。".formatted(columns, COLUMNS_MAX);
    }
}
