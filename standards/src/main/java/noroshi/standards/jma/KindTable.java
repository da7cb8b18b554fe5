package noroshi.standards.jma;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a telegram's title says of its kind: resource kinds.tsv. */
final class KindTable {
    /** A kind and the family that reads it. */
    record Entry(String kind, Family family) {}

    private record Row(Pattern title, List<String> kinds, Family family) {}

    private static final List<Row> ROWS = Table.rows("kinds.tsv", 3).stream()
            .map(row -> new Row(glob(row.get(0)), List.of(row.get(1).split(" ")), Family.valueOf(row.get(2))))
            .toList();

    private KindTable() {}

    static Entry resolve(String controlTitle, String headTitle, String hint) {
        for (Row row : ROWS) {
            if (row.title().matcher(controlTitle).matches()) {
                return new Entry(choose(row.kinds(), headTitle, hint), row.family());
            }
        }
        return byHint(hint);
    }

    private static String choose(List<String> kinds, String headTitle, String hint) {
        if (kinds.contains(hint)) {
            return hint;
        }
        // 南海トラフ地震関連解説情報: VYSE51 follows an event and is numbered, VYSE52 is the regular one.
        return kinds.contains("VYSE52") && !headTitle.contains("（第") ? "VYSE52" : kinds.getFirst();
    }

    /** A title that JMA has reworded: the caller's knowledge, if it names a kind of the table. */
    private static Entry byHint(String hint) {
        return ROWS.stream()
                .filter(row -> row.kinds().contains(hint))
                .findFirst()
                .map(row -> new Entry(hint, row.family()))
                .orElse(new Entry(Telegram.KIND_UNKNOWN, Family.OTHER));
    }

    static Family family(String kind) {
        return ROWS.stream()
                .filter(row -> row.kinds().contains(kind))
                .map(Row::family)
                .findFirst()
                .orElse(Family.OTHER);
    }

    private static Pattern glob(String title) {
        return Pattern.compile(
                Arrays.stream(title.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
