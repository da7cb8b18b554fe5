package noroshi.planning.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.network.Hazard.Area;
import noroshi.planning.network.Scenario.PowerCut;
import org.locationtech.jts.geom.GeometryFactory;

/** Hazard areas, and what is assumed to happen. */
final class HazardReader {

    private static final double HOURS_MAX = 100_000;

    private final Names<Building> buildings;
    private final LinkReader links;
    private final Names<Hazard> hazards = new Names<>("hazard");
    private final Names<Scenario> scenarios = new Names<>("scenario");
    private final Set<String> feeders;

    HazardReader(Field file, Names<Building> buildings, LinkReader links) {
        this.buildings = buildings;
        this.links = links;
        feeders = buildings.asMap().values().stream()
                .map(Building::feeder)
                .filter(feeder -> !feeder.isEmpty())
                .collect(Collectors.toSet());
        for (var item : file.items("hazards")) hazards.add(item, hazard(item));
        for (var item : file.items("scenarios")) scenarios.add(item, scenario(item));
    }

    List<Hazard> hazards() {
        return List.copyOf(hazards.asMap().values());
    }

    List<Scenario> scenarios() {
        return List.copyOf(scenarios.asMap().values());
    }

    private static Hazard hazard(Field item) {
        var id = item.text("id", "");
        var kind = item.choice("kind", Hazard.Kind.class, Hazard.Kind.WATER);
        var areas = new ArrayList<Area>();
        for (var area : item.items("areas")) {
            areas.add(new Area(outline(area, "outline", true), area.number("level", -100, 10_000)));
            area.nothingElse();
        }
        if (areas.isEmpty()) item.fault("areas", "is missing: at least one area");
        var hazard = new Hazard(
                id,
                item.text("name", id),
                kind,
                areas,
                item.number("polesFromMetres", 0, 1000, 2),
                item.number("ductsFromMetres", 0, 1000, 6),
                item.text("source", ""));
        item.nothingElse();
        return hazard;
    }

    /** A closed line that does not cross itself. */
    private static List<Place> outline(Field item, String name, boolean needed) {
        var places = NetworkReader.places(item, name);
        if (places.isEmpty() && !needed) return places;
        if (places.size() < 3) item.fault(name, "has %d points; an area has at least 3".formatted(places.size()));
        else if (!Shapes.polygon(new GeometryFactory(), places).isValid())
            item.fault(name, "crosses itself; list the points once around the area");
        return places;
    }

    private Scenario scenario(Field item) {
        var id = item.text("id", "");
        double hours = item.number("hours", 1, HOURS_MAX, 168);
        var scenario = new Scenario(
                id,
                item.text("name", id),
                hazards.all(item, "hazards"),
                item.items("power").stream().map(this::powerCut).toList(),
                buildings.all(item, "buildings"),
                links.named(item, "links"),
                links.groupsNamed(item, "groups"),
                item.number("wetPowerHours", 0, HOURS_MAX, hours),
                hours,
                item.number("perYear", 0, 1000, 0));
        item.nothingElse();
        return scenario;
    }

    private PowerCut powerCut(Field item) {
        var named = item.texts("feeders");
        for (var feeder : named)
            if (!feeders.contains(feeder)) item.fault("feeders", "no building has the feeder '%s'".formatted(feeder));
        var area = outline(item, "area", false);
        if (!named.isEmpty() && !area.isEmpty()) item.fault("area", "feeders and an area exclude each other");
        var cut = new PowerCut(Set.copyOf(named), area, item.number("hours", 0, HOURS_MAX));
        item.nothingElse();
        return cut;
    }
}
