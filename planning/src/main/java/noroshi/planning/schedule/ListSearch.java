package noroshi.planning.schedule;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import noroshi.planning.search.Effort;

/**
 * A good schedule by any measure: begins with the list by latest finish and moves one activity at a time to another place in the list. What is no
 * worse stays. Ends when the effort is over or nothing was gained for a while.
 */
public final class ListSearch {

    private final ListSchedule lists;
    private final PriorityList byRule;
    private final RandomGenerator random;
    private final ToDoubleFunction<Schedule> cost;

    /** @param cost the less the better */
    public ListSearch(Project project, long seed, ToDoubleFunction<Schedule> cost) {
        this.lists = new ListSchedule(project);
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.byRule = new PriorityList(project, lists, random);
        this.cost = cost;
    }

    /** @param triesWithoutGainMax 0: the list by the rule alone */
    public Schedule best(int triesWithoutGainMax, Effort effort) {
        var list = byRule.list(false);
        var best = schedule(list);
        double least = cost.applyAsDouble(best);
        int withoutGain = 0;
        while (list.length > 1 && withoutGain < triesWithoutGainMax && !effort.isOver()) {
            var moved = moved(list);
            var schedule = schedule(moved);
            withoutGain++;
            if (schedule.equals(best)) continue;
            double costs = cost.applyAsDouble(schedule);
            if (costs > least) continue;
            if (costs < least) {
                withoutGain = 0;
                effort.tell("cost %.0f".formatted(costs));
            }
            list = moved;
            best = schedule;
            least = costs;
        }
        return best;
    }

    private Schedule schedule(int[] list) {
        var starts = new int[list.length];
        int makespan = lists.early(list, starts);
        return lists.schedule(starts, makespan);
    }

    /** One activity goes forward or back in the list, as far as its predecessors and successors let it. */
    private int[] moved(int[] list) {
        var moved = list.clone();
        int from = random.nextInt(list.length);
        int activity = list[from];
        int low = from;
        while (low > 0 && !contains(lists.before(activity), list[low - 1])) low--;
        int high = from;
        while (high < list.length - 1 && !contains(lists.after(activity), list[high + 1])) high++;
        int to = random.nextInt(low, high + 1);
        if (to < from) System.arraycopy(list, to, moved, to + 1, from - to);
        else System.arraycopy(list, from + 1, moved, from, to - from);
        moved[to] = activity;
        return moved;
    }

    private static boolean contains(int[] some, int activity) {
        for (int one : some) if (one == activity) return true;
        return false;
    }
}
