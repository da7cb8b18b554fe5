package noroshi.planning.schedule;

import java.util.Arrays;

/**
 * What is left of each resource at each time. Four resources share one 64-bit word, so that one subtraction tests all of them: 15 bits an
 * amount and a guard bit above it, which a subtraction that goes below 0 takes away.
 */
final class Timetable {

    static final int NONE = -1;
    private static final long GUARDS = 0x8000_8000_8000_8000L;
    private static final int RESOURCES_IN_A_WORD = 4;
    private static final int BITS = 16;

    private final int horizon;
    private final int[] durations;
    private final long[][] whole;
    private final long[][] left;
    private final long[][] uses;
    private final long[][] keeps;
    private final boolean[] keepsSome;

    Timetable(Project project) {
        horizon = project.horizon();
        var activities = project.activities();
        int words = Math.max(1, (project.supplies().size() + RESOURCES_IN_A_WORD - 1) / RESOURCES_IN_A_WORD);
        durations = activities.stream().mapToInt(Activity::duration).toArray();
        whole = new long[words][horizon];
        left = new long[words][horizon];
        uses = new long[words][activities.size()];
        keeps = new long[words][activities.size()];
        keepsSome = new boolean[activities.size()];
        for (int r = 0; r < project.supplies().size(); r++) {
            int word = r / RESOURCES_IN_A_WORD;
            int shift = r % RESOURCES_IN_A_WORD * BITS;
            for (int t = 0; t < horizon; t++)
                whole[word][t] |= (long) project.supplies().get(r).at(t) << shift;
            for (int i = 0; i < activities.size(); i++) {
                long kept = activities.get(i).keeps().get(r);
                uses[word][i] |= (activities.get(i).uses().get(r) + kept) << shift;
                keeps[word][i] |= kept << shift;
                keepsSome[i] |= kept > 0;
            }
        }
    }

    int horizon() {
        return horizon;
    }

    int duration(int activity) {
        return durations[activity];
    }

    boolean keepsAnything() {
        for (boolean keeps : keepsSome) if (keeps) return true;
        return false;
    }

    void clear() {
        for (int w = 0; w < whole.length; w++) System.arraycopy(whole[w], 0, left[w], 0, horizon);
    }

    /** The first time from {@code from} on at which the activity can be done. */
    int earliest(int activity, int from) {
        if (durations[activity] == 0 && !keepsSome[activity]) return from;
        if (left.length == 1 && !keepsSome[activity])
            return earliest(left[0], uses[0][activity], durations[activity], from);
        int fits = 0;
        for (int t = from; t < horizon; t++) {
            fits = fits(activity, t) ? fits + 1 : 0;
            if (fits >= durations[activity] && staysFrom(activity, t + 1 - durations[activity]))
                return t + 1 - durations[activity];
        }
        throw new IllegalStateException("activity %d finds no place in %d".formatted(activity, horizon));
    }

    /** The last time at which the activity can begin so that it ends by {@code end}. */
    int latest(int activity, int end) {
        if (durations[activity] == 0 && !keepsSome[activity]) return end;
        if (left.length == 1 && !keepsSome[activity])
            return latest(left[0], uses[0][activity], durations[activity], end);
        int fits = 0;
        for (int t = end - 1; t >= 0; t--) {
            fits = fits(activity, t) ? fits + 1 : 0;
            if (fits >= durations[activity] && staysFrom(activity, t)) return t;
        }
        return NONE;
    }

    /** The same for up to four resources, which is nearly always. */
    private static int earliest(long[] left, long needed, int duration, int from) {
        int fits = 0;
        for (int t = from; ; t++) {
            fits = (((left[t] | GUARDS) - needed) & GUARDS) == GUARDS ? fits + 1 : 0;
            if (fits == duration) return t + 1 - duration;
        }
    }

    private static int latest(long[] left, long needed, int duration, int end) {
        int fits = 0;
        for (int t = end - 1; t >= 0; t--) {
            fits = (((left[t] | GUARDS) - needed) & GUARDS) == GUARDS ? fits + 1 : 0;
            if (fits == duration) return t;
        }
        return NONE;
    }

    void put(int activity, int start) {
        int end = start + durations[activity];
        for (int w = 0; w < left.length; w++) {
            long needed = uses[w][activity];
            if (needed != 0) for (int t = start; t < end; t++) left[w][t] -= needed;
            long kept = keeps[w][activity];
            if (kept != 0) for (int t = end; t < horizon; t++) left[w][t] -= kept;
        }
    }

    private boolean fits(int activity, int time) {
        for (int w = 0; w < left.length; w++)
            if ((((left[w][time] | GUARDS) - uses[w][activity]) & GUARDS) != GUARDS) return false;
        return true;
    }

    private boolean staysFrom(int activity, int start) {
        if (!keepsSome[activity]) return true;
        for (int t = start + durations[activity]; t < horizon; t++)
            for (int w = 0; w < left.length; w++)
                if ((((left[w][t] | GUARDS) - keeps[w][activity]) & GUARDS) != GUARDS) return false;
        return true;
    }

    @Override
    public String toString() {
        return "until " + horizon + ", word 0: " + Arrays.toString(left[0]);
    }
}
