package noroshi.planning.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Whether a schedule keeps every rule of its project: written after the rules alone, by events instead of a time grid, so that it shares no
 * mistake with the search.
 */
public final class Check {

    private Check() {}

    /** What is wrong with the schedule, in words; empty: nothing. */
    public static List<String> faults(Project project, Schedule schedule) {
        var activities = project.activities();
        if (schedule.starts().size() != activities.size())
            return List.of(
                    "%d starts for %d activities".formatted(schedule.starts().size(), activities.size()));
        var faults = new ArrayList<String>();
        int last = 0;
        for (int i = 0; i < activities.size(); i++) {
            var activity = activities.get(i);
            int start = schedule.starts().get(i);
            if (start < activity.release())
                faults.add(
                        "activity %d begins at %d, before its release at %d".formatted(i, start, activity.release()));
            for (int before : activity.after()) {
                int ended =
                        schedule.starts().get(before) + activities.get(before).duration();
                if (start < ended)
                    faults.add("activity %d begins at %d, before activity %d ends at %d"
                            .formatted(i, start, before, ended));
            }
            last = Math.max(last, start + activity.duration());
        }
        if (last != schedule.makespan()) faults.add("ends at %d, not at %d".formatted(last, schedule.makespan()));
        for (int r = 0; r < project.supplies().size(); r++) resource(project, schedule, r, faults);
        return faults;
    }

    /** Demand rises only at a start, supply falls only at a change: it is enough to look at these instants. */
    private static void resource(Project project, Schedule schedule, int resource, List<String> faults) {
        var supply = project.supplies().get(resource);
        var instants = new TreeSet<>(schedule.starts());
        instants.addAll(supply.amounts().keySet());
        for (int instant : instants) {
            long needed = 0;
            for (int i = 0; i < project.activities().size(); i++) {
                var activity = project.activities().get(i);
                int start = schedule.starts().get(i);
                if (start > instant) continue;
                if (instant < start + activity.duration())
                    needed += activity.uses().get(resource);
                needed += activity.keeps().get(resource);
            }
            if (needed > supply.at(instant))
                faults.add("at %d resource %d is needed %d times, there are %d"
                        .formatted(instant, resource, needed, supply.at(instant)));
        }
    }
}
