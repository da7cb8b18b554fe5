package noroshi.standards.jma;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How grave a kind of warning is: resource severities.tsv, by scheme and code. */
final class SeverityTable {
    /**
     * @param name as the table has it
     * @param level 警戒レベル or 噴火警戒レベル, 0 if none
     */
    record Row(String name, Severity severity, int level) {}

    private record Key(String telegramKind, String code) {}

    private static final Pattern LEVEL = Pattern.compile("レベル([１-５1-5])");

    private static final Map<Key, Row> ROWS = Table.rows("severities.tsv", 5).stream()
            .flatMap(row -> Arrays.stream(row.get(0).split(","))
                    .map(telegramKind -> Map.entry(
                            new Key(telegramKind, row.get(1)),
                            new Row(row.get(2), Severity.valueOf(row.get(3)), Integer.parseInt(row.get(4))))))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private SeverityTable() {}

    /** The table's row; for a code that it lacks, what JMA's own name says (every name ends in its grade). */
    static Row find(String telegramKind, Kind kind) {
        if (kind.code().isEmpty() && kind.name().isEmpty()) {
            return new Row("", Severity.NONE, 0);
        }
        Row row = ROWS.get(new Key(telegramKind, kind.code()));
        return row == null ? byName(kind.name()) : row;
    }

    /** True if the table has a row of its own for the code. */
    static boolean knows(String telegramKind, Kind kind) {
        return ROWS.containsKey(new Key(telegramKind, kind.code()));
    }

    static Row byName(String name) {
        Matcher level = LEVEL.matcher(name);
        return new Row(
                name,
                severityByName(name),
                level.find() ? Character.digit(level.group(1).charAt(0), 10) : 0);
    }

    private static Severity severityByName(String name) {
        if (name.contains("解除") || name.contains("なし")) {
            return Severity.NONE;
        }
        if (name.contains("特別警報") || name.contains("大津波警報") || name.contains("発生情報")) {
            return Severity.EMERGENCY;
        }
        if (name.contains("危険警報") || name.contains("危険情報")) {
            return Severity.DANGER;
        }
        if (name.contains("警報") || name.contains("警戒情報")) {
            return Severity.WARNING;
        }
        return name.contains("注意") ? Severity.ADVISORY : Severity.INFORMATION;
    }
}
