package noroshi.planning.network;

import java.util.List;
import java.util.Set;

/**
 * What is assumed to happen (被害想定).
 *
 * @param power          where the grid fails, and for how long
 * @param wetPowerHours  for how long the grid fails in a building whose ground is under water
 * @param hours          how long is looked at
 * @param perYear        how often it is expected, e.g. 0.01: once in a hundred years
 */
public record Scenario(
        String id,
        String name,
        List<Hazard> hazards,
        List<PowerCut> power,
        List<Building> buildings,
        List<Link> links,
        List<RiskGroup> groups,
        double wetPowerHours,
        double hours,
        double perYear) {

    /**
     * @param feeders the distribution lines that fail; empty: by area
     * @param outline the area in which they fail; empty, with no feeders: everywhere
     */
    public record PowerCut(Set<String> feeders, List<Place> outline, double hours) {
        public PowerCut {
            feeders = Set.copyOf(feeders);
            outline = List.copyOf(outline);
        }
    }

    public Scenario {
        hazards = List.copyOf(hazards);
        power = List.copyOf(power);
        buildings = List.copyOf(buildings);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
    }

    Scenario with(List<RiskGroup> all) {
        var ids = groups.stream().map(RiskGroup::id).toList();
        var renewed = all.stream().filter(group -> ids.contains(group.id())).toList();
        return new Scenario(id, name, hazards, power, buildings, links, renewed, wetPowerHours, hours, perYear);
    }
}
