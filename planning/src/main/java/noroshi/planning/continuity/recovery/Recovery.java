package noroshi.planning.continuity.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.continuity.failure.Outage;
import noroshi.planning.schedule.Check;
import noroshi.planning.schedule.ListSearch;
import noroshi.planning.schedule.Schedule;
import noroshi.planning.search.Effort;

/**
 * How everything comes back with the hands there are.
 *
 * @param tasks            repairs in the order of their beginning
 * @param outages          of every part, with these repairs
 * @param lostServiceHours weighted hours without each service until the scenario's horizon
 */
public record Recovery(List<Task> tasks, SequencedMap<String, Outage> outages, double lostServiceHours) {

    public Recovery {
        tasks = List.copyOf(tasks);
    }

    /** @param triesWithoutGainMax how long to look for a better order; 0: the first that the rule gives */
    public static Recovery of(
            Model model, Scenario scenario, Fall fall, long seed, int triesWithoutGainMax, Effort effort) {
        var recovery = new RecoveryProject(model, scenario, fall);
        var project = recovery.project();
        var search = new ListSearch(
                project,
                seed,
                schedule -> lost(
                        model,
                        scenario,
                        outages(fall, recovery.indices(), project.activities().size(), schedule)));
        var schedule = search.best(triesWithoutGainMax, effort);
        var faults = Check.faults(project, schedule);
        if (!faults.isEmpty()) throw new IllegalStateException("the schedule breaks its rules: " + faults);
        var outages = outages(fall, recovery.indices(), project.activities().size(), schedule);
        var tasks = new ArrayList<Task>();
        recovery.indices().forEach((id, index) -> {
            if (!fall.hits().containsKey(id)) return;
            int start = schedule.starts().get(index);
            tasks.add(new Task(
                    id,
                    start,
                    start + project.activities().get(index).duration(),
                    recovery.reachable(id),
                    model.part(id).repair().uses()));
        });
        tasks.sort(Comparator.comparingInt(Task::start).thenComparing(Task::end).thenComparing(Task::part));
        return new Recovery(tasks, outages, lost(model, scenario, outages));
    }

    /** Weighted hours without each service until the horizon. */
    public static double lost(Model model, Scenario scenario, Map<String, Outage> outages) {
        return model.all(Kind.SERVICE).stream()
                .mapToDouble(service -> service.weight()
                        * outages.getOrDefault(service.id(), Outage.NONE).hoursUntil(scenario.horizonHours()))
                .sum();
    }

    private static SequencedMap<String, Outage> outages(
            Fall fall, Map<String, Integer> indices, int count, Schedule schedule) {
        if (schedule.starts().size() != count)
            throw new IllegalStateException(
                    "%d starts".formatted(schedule.starts().size()));
        return fall.outages((part, from, hours) -> {
            var index = indices.get(part.id());
            if (index == null || hours == Outage.NEVER) return Outage.NEVER;
            return Math.max(from + hours, schedule.starts().get(index) + (double) RecoveryProject.hour(hours));
        });
    }
}
