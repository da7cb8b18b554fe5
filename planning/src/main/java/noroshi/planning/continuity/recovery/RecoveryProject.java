package noroshi.planning.continuity.recovery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Need;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.continuity.failure.Outage;
import noroshi.planning.continuity.failure.Repairs;
import noroshi.planning.schedule.Activity;
import noroshi.planning.schedule.Project;
import noroshi.planning.schedule.Supply;

/**
 * The repairs after a fall as a project: every hit part that can be repaired is an activity with its crews; every part that stands still until then is one
 * without, as long as its restart. What waits for what follows the needs; of alternatives those that could work first.
 */
final class RecoveryProject {

    private final Model model;
    private final Scenario scenario;
    private final Fall fall;
    private final Map<String, Outage> soonest;
    private final Map<String, Double> reachable = new HashMap<>();
    private final Map<String, Integer> indices = new LinkedHashMap<>();
    private final List<Activity> activities = new ArrayList<>();

    RecoveryProject(Model model, Scenario scenario, Fall fall) {
        this.model = model;
        this.scenario = scenario;
        this.fall = fall;
        this.soonest = fall.outages(Repairs.AT_ONCE);
        // With work that takes no time the only thing left to wait for is roads and power.
        fall.outages((part, from, hours) -> {
            reachable.put(part.id(), from);
            return hours == Outage.NEVER ? hours : from;
        });
        for (var part : model.parts().values()) add(part);
    }

    Project project() {
        return new Project(
                activities,
                scenario.resources().stream().map(RecoveryProject::supply).toList());
    }

    /** Which activity brings back which part. */
    Map<String, Integer> indices() {
        return indices;
    }

    int reachable(String part) {
        return hour(reachable.getOrDefault(part, 0.0));
    }

    private void add(Part part) {
        boolean isHit = fall.hits().containsKey(part.id());
        var after = before(part, isHit);
        if (!isHit && after.isEmpty()) return;
        double hours = isHit ? fall.workHours(part) : part.restartHours();
        if (hours == Outage.NEVER || isHit && !reachable.containsKey(part.id())) return;
        indices.put(part.id(), activities.size());
        activities.add(new Activity(
                hour(hours),
                isHit ? reachable(part.id()) : 0,
                amounts(part, isHit, false),
                amounts(part, isHit, true),
                List.copyOf(after)));
    }

    private Set<Integer> before(Part part, boolean isHit) {
        var before = new LinkedHashSet<Integer>();
        for (var need : part.needs()) for (var id : chosen(need)) addIndex(before, id);
        var place = part.place();
        if (isHit && place != null && !place.building().equals(part.id())) addIndex(before, place.building());
        return before;
    }

    private void addIndex(Set<Integer> before, String part) {
        var index = indices.get(part);
        if (index != null) before.add(index);
    }

    private List<String> chosen(Need need) {
        return need.of().stream()
                .sorted(Comparator.comparingDouble(
                        id -> soonest.getOrDefault(id, Outage.NONE).to()))
                .limit(need.atLeast())
                .toList();
    }

    private List<Integer> amounts(Part part, boolean isHit, boolean keeps) {
        return scenario.resources().stream()
                .map(resource -> !isHit
                        ? 0
                        : part.repair().uses().stream()
                                .filter(use ->
                                        use.keeps() == keeps && use.resource().equals(resource.id()))
                                .mapToInt(use -> use.amount())
                                .sum())
                .toList();
    }

    private static Supply supply(Scenario.Resource resource) {
        return new Supply(new TreeMap<>(resource.amounts()));
    }

    /** Whole hours, rounded up: a schedule in hours promises nothing too early. */
    static int hour(double hours) {
        return (int) Math.ceil(Math.min(hours, 10_000_000) - 1e-9);
    }
}
