package noroshi.planning.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.network.Building.Role;
import noroshi.planning.network.Building.Supply;
import noroshi.planning.network.lan.LanReader;

/** A whole file. Whatever is faulty is noted and left out, so that the rest is still looked at. */
final class NetworkReader {

    private static final double METRES_MAX = 10_000;
    private static final double HOURS_MAX = 100_000;

    private final Field file;
    private final Names<Building> buildings = new Names<>("building");
    private final Names<Node> nodes = new Names<>("node");

    NetworkReader(Field file) {
        this.file = file;
    }

    Network read() {
        var name = file.text("name", "ネットワーク");
        var nodeItems = file.items("nodes");
        readBuildings(nodeItems.isEmpty());
        readNodes(nodeItems);
        var links = new LinkReader(file, nodes).read();
        var traffic = new TrafficReader(file, nodes);
        var demands = traffic.read();
        var hazards = new HazardReader(file, buildings, links);
        var network = new Network(
                name,
                List.copyOf(buildings.asMap().values()),
                List.copyOf(nodes.asMap().values()),
                links.links(),
                links.groups(),
                demands,
                hazards.hazards(),
                hazards.scenarios(),
                links.candidates(),
                file.whole("budgetYen", 0, Long.MAX_VALUE / 2, 0),
                new LanReader(file.in("lan"), new HashSet<>(buildings.asMap().keySet())).read(),
                Network.NOT_ASSUMED);
        file.nothingElse();
        if (links.areAllThere()) traffic.requireWays(network);
        return network.withCentre();
    }

    /** Without nodes every building is one, of the same name. */
    private void readBuildings(boolean areNodes) {
        var items = file.items("buildings");
        if (items.isEmpty()) file.fault("buildings", "is missing: at least one building");
        for (var item : items) {
            var building = building(item);
            var rate = areNodes ? rate(item, 0, 0) : new Rate(0, 0);
            item.nothingElse();
            buildings.add(item, building);
            if (areNodes && buildings.asMap().get(building.id()) == building)
                nodes.add(item, new Node(nodes.asMap().size(), building.id(), building.name(), building, rate));
        }
    }

    private Building building(Field item) {
        var supply = new Supply(
                item.number("batteryHours", 0, HOURS_MAX, 0),
                item.number("generatorHours", 0, HOURS_MAX, 0),
                item.number("generatorMetres", -100, METRES_MAX, 0));
        return new Building(
                buildings.asMap().size(),
                item.text("id", ""),
                item.text("name", item.text("id", "")),
                item.choice("role", Role.class, Role.OFFICE),
                place(item),
                item.number("elevationMetres", -500, METRES_MAX, 0),
                item.number("equipmentMetres", -100, METRES_MAX, 0),
                item.number("withstands", 0, 8, 7),
                item.text("feeder", ""),
                supply,
                item.whole("residents", 0, 10_000_000_000L, 0));
    }

    private static Place place(Field item) {
        if (!item.has("longitude") && !item.has("latitude")) return Place.UNKNOWN;
        return new Place(item.number("longitude", -180, 180), item.number("latitude", -90, 90));
    }

    private void readNodes(List<Field> items) {
        for (var item : items) {
            var id = item.text("id", "");
            var name = item.text("name", id);
            var rate = rate(item, 0, 0);
            var building = buildings.of(item, "building");
            item.nothingElse();
            building.ifPresent(at -> nodes.add(item, new Node(nodes.asMap().size(), id, name, at, rate)));
        }
    }

    static Rate rate(Field item, double failuresPerYear, double repairHours) {
        return new Rate(
                item.number("failuresPerYear", 0, HOURS_MAX, failuresPerYear),
                item.number("repairHours", 0, HOURS_MAX, repairHours));
    }

    /** The points of a line; out of range they are noted. */
    static List<Place> places(Field item, String name) {
        var places = new ArrayList<Place>();
        for (var pair : item.pairs(name)) {
            if (Math.abs(pair[0]) <= 180 && Math.abs(pair[1]) <= 90) places.add(new Place(pair[0], pair[1]));
            else
                item.fault(
                        name,
                        "longitude is −180 to 180 and latitude −90 to 90, in this order, not [%s, %s]"
                                .formatted(pair[0], pair[1]));
        }
        return places;
    }
}
