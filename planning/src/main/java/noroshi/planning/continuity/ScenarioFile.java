package noroshi.planning.continuity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import noroshi.planning.input.Field;

/** One scenario of a file. */
final class ScenarioFile {

    private static final double INTENSITY_MAX = 9;
    private static final int HORIZON_HOURS_MAX = 24 * 366;
    private static final int HORIZON_HOURS = 24 * 30;

    private final Ids ids;
    private final Map<String, Zone> zones;
    private final Map<String, Ground> grounds;
    private final RepairFile repairs;

    ScenarioFile(Ids ids, Map<String, Zone> zones, Map<String, Ground> grounds, RepairFile repairs) {
        this.ids = ids;
        this.zones = zones;
        this.grounds = grounds;
        this.repairs = repairs;
    }

    Scenario read(Field field) {
        var scenario = new Scenario(
                field.text("id", ""),
                field.text("name"),
                field.items("floods").stream()
                        .flatMap(item -> flood(item).stream())
                        .toList(),
                field.number("intensity", 0, INTENSITY_MAX, 0),
                byBuilding(field, "intensities", "intensity", INTENSITY_MAX),
                field.number("power_cut_hours", 0, RepairFile.HOURS_MAX, 0),
                byBuilding(field, "power_cuts", "hours", RepairFile.HOURS_MAX),
                new HashSet<>(ids.parts(field, "fails")),
                byBuilding(field, "roads", "open_after_hours", RepairFile.HOURS_MAX),
                field.items("resources").stream().map(ScenarioFile::resource).toList(),
                (int) field.whole("horizon_hours", 1, HORIZON_HOURS_MAX, HORIZON_HOURS));
        field.nothingElse();
        repairs.requirePossible(scenario);
        return scenario;
    }

    private Optional<Scenario.Flood> flood(Field field) {
        var zone = zone(field);
        double height = zone.isPresent()
                ? field.number("height_m", -20, 100, zone.get().waterM())
                : field.number("height_m", -20, 100, 0);
        field.nothingElse();
        return zone.map(found -> new Scenario.Flood(found, height));
    }

    private Optional<Zone> zone(Field field) {
        return ids.zones().of(field, "zone").map(zones::get);
    }

    /** Buildings by name or by zone; what comes later in the file is more exact and holds. */
    private Map<String, Double> byBuilding(Field scenario, String list, String value, double max) {
        var values = new HashMap<String, Double>();
        for (var item : scenario.items(list)) {
            double number = item.number(value, 0, max);
            for (var building : ids.parts(item, "buildings", Kind.BUILDING)) values.put(building, number);
            if (item.has("zone"))
                zone(item)
                        .ifPresent(zone -> grounds.forEach((building, ground) -> {
                            if (zone.covers(ground.longitude(), ground.latitude())) values.put(building, number);
                        }));
            if (!item.has("zone") && !item.has("buildings")) item.fault("buildings", "is missing, and so is zone");
            item.nothingElse();
        }
        return values;
    }

    private static Scenario.Resource resource(Field field) {
        var amounts = new HashMap<Integer, Integer>();
        for (var item : field.items("amounts")) {
            amounts.put((int) item.whole("from_hour", 0, HORIZON_HOURS_MAX, 0), (int)
                    item.whole("amount", 0, RepairFile.AMOUNT_MAX));
            item.nothingElse();
        }
        var resource = new Scenario.Resource(field.text("id"), field.text("name"), amounts);
        if (amounts.isEmpty()) field.fault("amounts", "is missing: [{\"from_hour\": 0, \"amount\": 3}]");
        field.nothingElse();
        return resource;
    }
}
