package noroshi.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * The shortest way from one list to another, by Myers' greedy algorithm (1986): quick where much is alike. Too much that differs is
 * shown as replaced as a whole. Pure.
 */
final class Edits {

    /** So many insertions and deletions are followed; the memory is its square. */
    private static final int EDITS_MAX = 2_000;

    /** @param from index in the older list, or -1; @param to index in the newer list, or -1 */
    record Edit(ArticleDiff.Kind kind, String word, int from, int to) {}

    private final List<String> before;
    private final List<String> after;
    private final int head;
    private final int tail;

    private Edits(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        int shorter = Math.min(before.size(), after.size());
        int same = 0;
        while (same < shorter && before.get(same).equals(after.get(same))) same++;
        head = same;
        int end = 0;
        while (end < shorter - head && before.get(before.size() - 1 - end).equals(after.get(after.size() - 1 - end)))
            end++;
        tail = end;
    }

    static List<Edit> between(List<String> before, List<String> after) {
        return new Edits(before, after).edits();
    }

    private List<Edit> edits() {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < head; i++) edits.add(same(i, i));
        edits.addAll(middle());
        for (int i = tail; i > 0; i--) edits.add(same(before.size() - i, after.size() - i));
        return List.copyOf(edits);
    }

    private Edit same(int from, int to) {
        return new Edit(ArticleDiff.Kind.SAME, after.get(to), from, to);
    }

    private Edit removed(int from) {
        return new Edit(ArticleDiff.Kind.REMOVED, before.get(from), from, -1);
    }

    private Edit added(int to) {
        return new Edit(ArticleDiff.Kind.ADDED, after.get(to), -1, to);
    }

    private int a(int i) {
        return head + i;
    }

    private List<Edit> middle() {
        int n = before.size() - head - tail;
        int m = after.size() - head - tail;
        var traces = new ArrayList<int[]>();
        var furthest = new int[2 * Math.min(n + m, EDITS_MAX) + 3];
        int middle = furthest.length / 2;
        for (int d = 0; d <= Math.min(n + m, EDITS_MAX); d++) {
            traces.add(java.util.Arrays.copyOfRange(furthest, middle - d - 1, middle + d + 2));
            for (int k = -d; k <= d; k += 2) {
                boolean down = k == -d || k != d && furthest[middle + k - 1] < furthest[middle + k + 1];
                int x = down ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                while (x < n && x - k < m && before.get(a(x)).equals(after.get(a(x - k)))) x++;
                furthest[middle + k] = x;
                if (x >= n && x - k >= m) return back(traces, n, m);
            }
        }
        return replaced(n, m);
    }

    private List<Edit> replaced(int n, int m) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < n; i++) edits.add(removed(a(i)));
        for (int i = 0; i < m; i++) edits.add(added(a(i)));
        return edits;
    }

    /** From the end back to the beginning, along the traces of each number of edits. */
    private List<Edit> back(List<int[]> traces, int n, int m) {
        var edits = new ArrayList<Edit>();
        int x = n;
        int y = m;
        for (int d = traces.size() - 1; d >= 0; d--) {
            var furthest = traces.get(d);
            int middle = d + 1;
            int k = x - y;
            boolean down = k == -d || k != d && furthest[middle + k - 1] < furthest[middle + k + 1];
            int before = down ? k + 1 : k - 1;
            int fromX = d == 0 ? 0 : furthest[middle + before];
            int fromY = d == 0 ? 0 : fromX - before;
            while (x > fromX && y > fromY && (d == 0 || x - fromX + y - fromY > 1)) edits.add(same(a(--x), a(--y)));
            if (d > 0) edits.add(down ? added(a(--y)) : removed(a(--x)));
        }
        return edits.reversed();
    }
}
