package noroshi.desk;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, by their longest common subsequence. Pure. */
public final class ArticleDiff {

    /** Above this many comparisons the middle is shown as replaced as a whole. */
    private static final long CELLS_MAX = 4_000_000;

    public enum Kind {
        SAME,
        REMOVED,
        ADDED
    }

    /** @param pieces of a line that was changed: the words it shares with its other self, and its own; of others the line as a whole */
    public record Line(Kind kind, String text, List<WordDiff.Piece> pieces) {

        Line(Kind kind, String text) {
            this(kind, text, List.of(new WordDiff.Piece(kind, text)));
        }

        /** For readers that see no colour. */
        public String mark() {
            return switch (kind) {
                case SAME -> "";
                case REMOVED -> "削除";
                case ADDED -> "追加";
            };
        }

        public String style() {
            return switch (kind) {
                case SAME -> "same";
                case REMOVED -> "removed";
                case ADDED -> "added";
            };
        }
    }

    private ArticleDiff() {}

    static List<Line> lines(String before, String after) {
        return inWords(compare(split(before), split(after)));
    }

    /** Lines that were removed and others that were added in their place are compared word by word, the first with the first. */
    private static List<Line> inWords(List<Line> lines) {
        var shown = new ArrayList<Line>();
        for (int at = 0; at < lines.size(); ) {
            int removed = run(lines, at, Kind.REMOVED);
            int added = run(lines, at + removed, Kind.ADDED);
            var gone = lines.subList(at, at + removed);
            var come = lines.subList(at + removed, at + removed + added);
            for (int i = 0; i < removed; i++)
                shown.add(i < added ? line(gone.get(i), come.get(i), Kind.REMOVED) : gone.get(i));
            for (int i = 0; i < added; i++)
                shown.add(i < removed ? line(gone.get(i), come.get(i), Kind.ADDED) : come.get(i));
            at += removed + added;
            if (removed + added == 0) shown.add(lines.get(at++));
        }
        return List.copyOf(shown);
    }

    private static int run(List<Line> lines, int from, Kind kind) {
        int to = from;
        while (to < lines.size() && lines.get(to).kind() == kind) to++;
        return to - from;
    }

    private static Line line(Line gone, Line come, Kind side) {
        var pieces = WordDiff.pieces(gone.text(), come.text()).stream()
                .filter(piece -> piece.kind() == Kind.SAME || piece.kind() == side)
                .toList();
        return new Line(side, side == Kind.REMOVED ? gone.text() : come.text(), pieces);
    }

    public static boolean differs(List<Line> lines) {
        return lines.stream().anyMatch(line -> line.kind() != Kind.SAME);
    }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    private static List<Line> compare(List<String> before, List<String> after) {
        int head = 0;
        int shorter = Math.min(before.size(), after.size());
        while (head < shorter && before.get(head).equals(after.get(head))) head++;
        int tail = 0;
        while (tail < shorter - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;

        var lines = new ArrayList<Line>();
        before.subList(0, head).forEach(text -> lines.add(new Line(Kind.SAME, text)));
        middle(before.subList(head, before.size() - tail), after.subList(head, after.size() - tail), lines);
        before.subList(before.size() - tail, before.size()).forEach(text -> lines.add(new Line(Kind.SAME, text)));
        return List.copyOf(lines);
    }

    private static void middle(List<String> before, List<String> after, List<Line> lines) {
        if ((long) before.size() * after.size() > CELLS_MAX) {
            before.forEach(text -> lines.add(new Line(Kind.REMOVED, text)));
            after.forEach(text -> lines.add(new Line(Kind.ADDED, text)));
            return;
        }
        var common = common(before, after);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Kind.SAME, before.get(i)));
                i++;
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Kind.REMOVED, before.get(i++)));
            } else {
                lines.add(new Line(Kind.ADDED, after.get(j++)));
            }
        }
    }

    /** common[i][j]: how many lines the rests from i and from j have in common at most. */
    private static int[][] common(List<String> before, List<String> after) {
        var common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--)
            for (int j = after.size() - 1; j >= 0; j--)
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        return common;
    }
}
