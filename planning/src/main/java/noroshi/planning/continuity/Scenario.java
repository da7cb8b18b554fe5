package noroshi.planning.continuity;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is assumed to happen at hour 0.
 *
 * @param floods       which zones are flooded how high above Tokyo Peil
 * @param intensity    JMA seismic intensity where nothing else is said
 * @param intensities  by building
 * @param cutHours     how long the grid is cut where nothing else is said
 * @param cuts         by building
 * @param failed       parts that fail because the scenario says so
 * @param reachedAfter hours until a building can be reached by road
 * @param resources    who and what is there to repair
 * @param horizonHours until when service hours are counted
 */
public record Scenario(
        String id,
        String name,
        List<Flood> floods,
        double intensity,
        Map<String, Double> intensities,
        double cutHours,
        Map<String, Double> cuts,
        Set<String> failed,
        Map<String, Double> reachedAfter,
        List<Resource> resources,
        int horizonHours) {

    /** @param heightM metres above Tokyo Peil */
    public record Flood(Zone zone, double heightM) {}

    /** @param amounts from which hour on how many */
    public record Resource(String id, String name, Map<Integer, Integer> amounts) {
        public Resource {
            amounts = Map.copyOf(amounts);
        }
    }

    public Scenario {
        floods = List.copyOf(floods);
        intensities = Map.copyOf(intensities);
        cuts = Map.copyOf(cuts);
        failed = Set.copyOf(failed);
        reachedAfter = Map.copyOf(reachedAfter);
        resources = List.copyOf(resources);
    }

    public double intensityAt(String building) {
        return intensities.getOrDefault(building, intensity);
    }

    public double cutHoursAt(String building) {
        return cuts.getOrDefault(building, cutHours);
    }

    public double reachedAfter(String building) {
        return reachedAfter.getOrDefault(building, 0.0);
    }

    public Scenario withResources(List<Resource> others) {
        return new Scenario(
                id, name, floods, intensity, intensities, cutHours, cuts, failed, reachedAfter, others, horizonHours);
    }
}
