package noroshi.planning.schedule;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes schedules from lists: one activity after the other, each as early as it can be (serial schedule generation, Kolisch 1996), and
 * improves them by pushing everything late and early again (justification, Valls et al. 2005), which never makes a schedule longer.
 */
final class ListSchedule {

    private final Timetable timetable;
    private final int[][] before;
    private final int[][] after;
    private final int[] releases;
    private final int[] depths;

    ListSchedule(Project project) {
        timetable = new Timetable(project);
        before = arrays(project.activities().stream().map(Activity::after).toList());
        after = arrays(Project.successors(project.activities()));
        releases = project.activities().stream().mapToInt(Activity::release).toArray();
        depths = depths(before);
    }

    int size() {
        return before.length;
    }

    int[] before(int activity) {
        return before[activity];
    }

    int[] after(int activity) {
        return after[activity];
    }

    /** @param list activities, each after its predecessors; @return the makespan */
    int early(int[] list, int[] starts) {
        timetable.clear();
        int makespan = 0;
        for (int activity : list) {
            int from = releases[activity];
            for (int p : before[activity]) from = Math.max(from, starts[p] + timetable.duration(p));
            int start = timetable.earliest(activity, from);
            timetable.put(activity, start);
            starts[activity] = start;
            makespan = Math.max(makespan, start + timetable.duration(activity));
        }
        return makespan;
    }

    /** Everything as late as it can be, ending by {@code makespan}. */
    private void late(int[] list, int[] starts, int makespan) {
        timetable.clear();
        for (int activity : list) {
            int end = makespan;
            for (int s : after[activity]) end = Math.min(end, starts[s]);
            int start = timetable.latest(activity, end);
            // Every place before the schedule's own is no better, and that one is free (Valls et al. 2005, theorem 1).
            if (start < 0)
                throw new IllegalStateException("activity %d cannot be pushed to %d".formatted(activity, end));
            timetable.put(activity, start);
            starts[activity] = start;
        }
    }

    /** Late, then early; the list becomes the order of the starts. What is kept for ever cannot be pushed late: then nothing is done. */
    int justify(int[] list, int[] starts, int makespan) {
        if (timetable.keepsAnything()) return makespan;
        sortByEnd(list, starts);
        late(list, starts, makespan);
        sortByStart(list, starts);
        int improved = early(list, starts);
        sortByStart(list, starts);
        return improved;
    }

    Schedule schedule(int[] starts, int makespan) {
        return new Schedule(IntStream.of(starts).boxed().toList(), makespan);
    }

    private void sortByEnd(int[] list, int[] starts) {
        // Of equal ends the successors come first: only activities of no duration can be their own neighbours.
        sort(list, activity -> -((long) (starts[activity] + timetable.duration(activity)) << 20) - depths[activity]);
    }

    private void sortByStart(int[] list, int[] starts) {
        sort(list, activity -> ((long) starts[activity] << 20) + depths[activity]);
    }

    /** Length of the longest chain before each activity. */
    private static int[] depths(int[][] before) {
        var found = new int[before.length];
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int i = 0; i < before.length; i++)
                for (int p : before[i])
                    if (found[i] <= found[p]) {
                        found[i] = found[p] + 1;
                        changed = true;
                    }
        }
        return found;
    }

    private interface Key {
        long of(int activity);
    }

    /** Keys and activities in one number each: sorting numbers needs no objects. Stable by activity. */
    private static void sort(int[] list, Key key) {
        var keyed = new long[list.length];
        long least = Long.MAX_VALUE;
        for (int activity : list) least = Math.min(least, key.of(activity));
        for (int k = 0; k < list.length; k++) keyed[k] = (key.of(list[k]) - least) << 20 | list[k];
        java.util.Arrays.sort(keyed);
        for (int k = 0; k < list.length; k++) list[k] = (int) (keyed[k] & 0xFFFFF);
    }

    private static int[][] arrays(List<List<Integer>> lists) {
        return lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
