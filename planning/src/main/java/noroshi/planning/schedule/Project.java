package noroshi.planning.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Activities and the resources that they share. An activity that could never be done, or waits for itself, is refused. */
public record Project(List<Activity> activities, List<Supply> supplies) {

    public static final int AMOUNT_MAX = 16_000;
    public static final int ACTIVITIES_MAX = 100_000;

    public Project {
        activities = List.copyOf(activities);
        supplies = List.copyOf(supplies);
        if (activities.size() > ACTIVITIES_MAX)
            throw new IllegalArgumentException("more than %d activities".formatted(ACTIVITIES_MAX));
        for (int i = 0; i < activities.size(); i++) requirePossible(i, activities.get(i), activities.size(), supplies);
        if (order(activities).size() != activities.size())
            throw new IllegalArgumentException("some activities wait for each other in a circle");
    }

    /** The activities, each after all that it waits for; of those possible the lowest index first. */
    public List<Integer> order() {
        return order(activities);
    }

    /** A time by which everything can be done one after the other. */
    int horizon() {
        int settled = supplies.stream().mapToInt(Supply::settledAt).max().orElse(0);
        int released = activities.stream().mapToInt(Activity::release).max().orElse(0);
        long all = activities.stream().mapToLong(Activity::duration).sum();
        return Math.toIntExact(Math.max(settled, released) + all + 1);
    }

    /** The longest chain of activities: no schedule is shorter. */
    public int criticalPath() {
        var ends = new int[activities.size()];
        int longest = 0;
        for (int i : order()) {
            var activity = activities.get(i);
            int start = activity.release();
            for (int before : activity.after()) start = Math.max(start, ends[before]);
            ends[i] = start + activity.duration();
            longest = Math.max(longest, ends[i]);
        }
        return longest;
    }

    /** Time below which no schedule can be: the longest chain, and each resource's work in total. */
    public int bound() {
        int bound = criticalPath();
        for (int r = 0; r < supplies.size(); r++) {
            int resource = r;
            long work = activities.stream()
                    .mapToLong(a -> (long) a.duration() * a.uses().get(resource))
                    .sum();
            int time = 0;
            for (long done = 0; done < work; time++) done += supplies.get(r).at(time);
            bound = Math.max(bound, time);
        }
        return bound;
    }

    private static void requirePossible(int index, Activity activity, int activities, List<Supply> supplies) {
        if (activity.uses().size() != supplies.size())
            throw new IllegalArgumentException("activity %d names %d resources, there are %d"
                    .formatted(index, activity.uses().size(), supplies.size()));
        for (int r = 0; r < supplies.size(); r++) {
            int needed = activity.uses().get(r) + activity.keeps().get(r);
            if (activity.uses().get(r) < 0
                    || activity.keeps().get(r) < 0
                    || needed > supplies.get(r).inTheEnd())
                throw new IllegalArgumentException(
                        "activity %d needs %d of resource %d, there are never more than %d for good"
                                .formatted(index, needed, r, supplies.get(r).inTheEnd()));
        }
        for (int before : activity.after())
            if (before < 0 || before >= activities)
                throw new IllegalArgumentException(
                        "activity %d waits for %d, which is not there".formatted(index, before));
    }

    private static List<Integer> order(List<Activity> activities) {
        var waits = IntStream.range(0, activities.size())
                .map(i -> activities.get(i).after().size())
                .toArray();
        var successors = successors(activities);
        var ready = new java.util.PriorityQueue<Integer>();
        for (int i = 0; i < waits.length; i++) if (waits[i] == 0) ready.add(i);
        var order = new ArrayList<Integer>();
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order.add(next);
            for (int later : successors.get(next)) if (--waits[later] == 0) ready.add(later);
        }
        return order;
    }

    static List<List<Integer>> successors(List<Activity> activities) {
        var successors = new ArrayList<List<Integer>>();
        for (var unused : activities) successors.add(new ArrayList<>());
        for (int i = 0; i < activities.size(); i++)
            for (int before : activities.get(i).after()) successors.get(before).add(i);
        return successors;
    }
}
