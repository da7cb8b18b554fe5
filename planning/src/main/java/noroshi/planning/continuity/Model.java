package noroshi.planning.continuity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Everything the plan knows.
 *
 * @param parts each after everything that it needs
 */
public record Model(
        String name,
        SequencedMap<String, Part> parts,
        Map<String, Ground> grounds,
        SequencedMap<String, Zone> zones,
        SequencedMap<String, Scenario> scenarios,
        List<Measure> measures) {

    public Model {
        parts = new LinkedHashMap<>(parts);
        grounds = Map.copyOf(grounds);
        zones = new LinkedHashMap<>(zones);
        scenarios = new LinkedHashMap<>(scenarios);
        measures = List.copyOf(measures);
    }

    public Part part(String id) {
        var part = parts.get(id);
        if (part == null) throw new IllegalArgumentException("there is no part '" + id + "'");
        return part;
    }

    public Ground ground(String building) {
        var ground = grounds.get(building);
        if (ground == null) throw new IllegalArgumentException("there is no building '" + building + "'");
        return ground;
    }

    public List<Part> all(Kind kind) {
        return parts.values().stream().filter(part -> part.kind() == kind).toList();
    }

    /** The same with some parts as they are given. */
    public Model with(List<Part> changed) {
        var others = new LinkedHashMap<>(parts);
        for (var part : changed) others.put(part.id(), part);
        return new Model(name, Order.of(new ArrayList<>(others.values())).parts(), grounds, zones, scenarios, measures);
    }
}
