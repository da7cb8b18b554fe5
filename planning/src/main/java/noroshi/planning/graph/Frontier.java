package noroshi.planning.graph;

/**
 * One state of the border between what was decided and what was not, packed into a long: for each place of the border four bits, the
 * number of its group (0: the node is down), and above them one bit for each group that holds a terminal. Groups are numbered in the
 * order of their first place, so that equal states are equal numbers.
 */
final class Frontier {

    /** 12 places of 4 bits and 12 marks fit into 63 bits. */
    static final int WIDTH_MAX = 12;

    private static final int MARKS_AT = 4 * WIDTH_MAX;

    private Frontier() {}

    static int group(long state, int place) {
        return (int) (state >>> (4 * place)) & 15;
    }

    static boolean isMarked(long state, int group) {
        return (state >>> (MARKS_AT + group - 1) & 1) != 0;
    }

    static int marks(long state) {
        return Long.bitCount(state >>> MARKS_AT);
    }

    /** A node that works enters at the last place, in a group of its own. */
    static long entered(long state, int width, boolean terminal) {
        int groups = 0;
        for (int place = 0; place < width; place++) groups = Math.max(groups, group(state, place));
        long mark = terminal ? 1L << (MARKS_AT + groups) : 0;
        return state | (groups + 1L) << (4 * width) | mark;
    }

    /** Whether a link between two places joins two groups. */
    static boolean joins(long state, int a, int b) {
        int one = group(state, a);
        int two = group(state, b);
        return one != 0 && two != 0 && one != two;
    }

    static long joined(long state, int width, int a, int b) {
        return ordered(state, width, group(state, a), group(state, b), -1);
    }

    /** Whether nothing else at the border belongs to the group of this place. */
    static boolean isLast(long state, int width, int place) {
        for (int other = 0; other < width; other++)
            if (other != place && group(state, other) == group(state, place)) return false;
        return true;
    }

    static long without(long state, int width, int place) {
        return ordered(state, width, 0, 0, place);
    }

    /** Numbers the groups anew; {@code same} becomes {@code into}, and one place is left out. */
    private static long ordered(long state, int width, int same, int into, int left) {
        long renamed = 0;
        long result = 0;
        int groups = 0;
        int to = 0;
        for (int place = 0; place < width; place++) {
            if (place == left) continue;
            int group = group(state, place);
            if (group == same) group = into;
            if (group != 0) {
                int name = (int) (renamed >>> (4 * group)) & 15;
                if (name == 0) {
                    name = ++groups;
                    renamed |= (long) name << (4 * group);
                    boolean marked = isMarked(state, group) || (group == into && same != 0 && isMarked(state, same));
                    if (marked) result |= 1L << (MARKS_AT + name - 1);
                }
                result |= (long) name << (4 * to);
            }
            to++;
        }
        return result;
    }
}
