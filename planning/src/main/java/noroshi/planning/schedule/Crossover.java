package noroshi.planning.schedule;

import java.util.random.RandomGenerator;

/**
 * A child of two lists. A fifth of the children keeps from the first parent a stretch of time in which its resources are used best (peak
 * crossover, Valls et al. 2008), the others two cuts (Hartmann 1998); the rest comes in the order of the other parent. Such a
 * child keeps every predecessor before its successor, because both parents do.
 */
final class Crossover {

    private static final double PEAK_CHANCE = 0.2;
    private static final double PEAK_SHARE_MIN = 0.25;
    private static final double PEAK_SHARE_SPREAD = 0.5;

    private final RandomGenerator random;
    private final int[] durations;
    private final double[] loads;

    Crossover(Project project, RandomGenerator random) {
        this.random = random;
        int size = project.activities().size();
        durations = new int[size];
        loads = new double[size];
        for (int i = 0; i < size; i++) {
            var activity = project.activities().get(i);
            durations[i] = activity.duration();
            for (int r = 0; r < project.supplies().size(); r++)
                loads[i] += (double) activity.uses().get(r)
                        / Math.max(1, project.supplies().get(r).inTheEnd());
        }
    }

    int[] child(Individual one, Individual other) {
        return random.nextDouble() < PEAK_CHANCE ? atPeak(one, other) : betweenCuts(one.list(), other.list());
    }

    /** Lists are in the order of the starts, so a stretch of time is a stretch of the list. */
    private int[] atPeak(Individual one, Individual other) {
        int makespan = one.makespan();
        if (makespan < 2) return one.list().clone();
        var load = new double[makespan + 1];
        for (int i = 0; i < durations.length; i++)
            for (int t = one.starts()[i]; t < one.starts()[i] + durations[i]; t++) load[t + 1] += loads[i];
        for (int t = 0; t < makespan; t++) load[t + 1] += load[t];
        int width = Math.max(1, (int) (makespan * (PEAK_SHARE_MIN + PEAK_SHARE_SPREAD * random.nextDouble())));
        int best = 0;
        double bestLoad = -1;
        int tries = 1 + (makespan - width) / 2;
        for (int k = 0; k < tries; k++) {
            int from = random.nextInt(makespan - width + 1);
            if (load[from + width] - load[from] > bestLoad) {
                bestLoad = load[from + width] - load[from];
                best = from;
            }
        }
        int first = firstFrom(one, best);
        return cut(one.list(), other.list(), first, Math.max(first, firstFrom(one, best + width)));
    }

    private static int firstFrom(Individual one, int time) {
        int k = 0;
        while (k < one.list().length && one.starts()[one.list()[k]] < time) k++;
        return k;
    }

    private int[] betweenCuts(int[] one, int[] other) {
        int a = random.nextInt(one.length + 1);
        int b = random.nextInt(one.length + 1);
        return cut(one, other, Math.min(a, b), Math.max(a, b));
    }

    /**
     * The middle stays together as the first parent has it. What of the other parent's list comes before it: whatever stands before the middle in
     * the first parent; the rest follows.
     */
    private static int[] cut(int[] one, int[] other, int from, int to) {
        var zone = new byte[one.length];
        for (int k = from; k < to; k++) zone[one[k]] = 1;
        for (int k = to; k < one.length; k++) zone[one[k]] = 2;
        var child = new int[one.length];
        int k = 0;
        for (int activity : other) if (zone[activity] == 0) child[k++] = activity;
        for (int m = from; m < to; m++) child[k++] = one[m];
        for (int activity : other) if (zone[activity] == 2) child[k++] = activity;
        return child;
    }
}
