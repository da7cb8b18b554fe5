package noroshi.planning.continuity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.planning.input.Faults;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;

/** A continuity file (docs/planning/continuity.md). With a single fault it is refused as a whole, and all its faults are told. */
public final class ModelFile {

    private static final double WATER_M_MIN = -20;
    private static final double WATER_M_MAX = 100;

    private final Field file;
    private final Faults faults;
    private final Ids ids = new Ids();
    private final Map<String, Field> places = new LinkedHashMap<>();
    private final Map<String, Ground> grounds = new HashMap<>();
    private final LinkedHashMap<String, Zone> zones = new LinkedHashMap<>();
    private final List<Part> parts = new ArrayList<>();

    private ModelFile(Field file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    public static Model open(Path path) throws IOException {
        var faults = new Faults();
        return new ModelFile(Field.open(path, faults), faults).model();
    }

    public static Model read(String text) {
        var faults = new Faults();
        return new ModelFile(Field.read(text, faults), faults).model();
    }

    private Model model() {
        var name = file.text("name");
        file.text("source", "");
        for (var zone : file.items("zones")) zone(zone);
        var items = new LinkedHashMap<Kind, List<Field>>();
        for (var kind : Kind.values()) {
            items.put(kind, file.items(kind.list()));
            for (var item : items.get(kind)) ids.add(item, kind);
        }
        var scenarioItems = file.items("scenarios");
        for (var item : scenarioItems) ids.addResources(item);
        var repairs = new RepairFile(ids, file.items("repairs")).read();
        var reader = new PartFile(ids, repairs);
        items.forEach((kind, fields) -> fields.forEach(field -> part(reader, kind, field)));
        var order = Order.of(parts);
        for (var circle : order.circles())
            places.getOrDefault(circle.getFirst(), file)
                    .fault("needs", "needs itself: " + String.join(" → ", circle) + " → " + circle.getFirst());
        var scenarios = new LinkedHashMap<String, Scenario>();
        var scenarioNames = new Names<String>("scenario");
        for (var item : scenarioItems) {
            scenarioNames.add(item, "");
            var scenario = new ScenarioFile(ids, zones, grounds, repairs).read(item);
            scenarios.putIfAbsent(scenario.id(), scenario);
        }
        var measureNames = new Names<String>("measure");
        var measures = new ArrayList<Measure>();
        for (var item : file.items("measures")) {
            measureNames.add(item, "");
            var measure = new MeasureFile(ids).read(item);
            measures.add(measure);
            if (order.circles().isEmpty()) requireNoCircle(measure, item);
        }
        file.nothingElse();
        faults.throwIfAny();
        var model = new Model(name, order.parts(), grounds, zones, scenarios, measures);
        return new PlacedData(model).model();
    }

    /** An alternative that needs what it stands in for would need itself. */
    private void requireNoCircle(Measure measure, Field field) {
        var changed = new ArrayList<>(parts);
        for (var change : measure.changes())
            if (change instanceof Measure.Alternative other)
                changed.replaceAll(part -> part.id().equals(other.part()) ? other.added(part) : part);
        for (var circle : Order.of(changed).circles())
            field.fault(
                    "changes",
                    "%s would need itself: %s → %s"
                            .formatted(circle.getFirst(), String.join(" → ", circle), circle.getFirst()));
    }

    private void zone(Field field) {
        ids.zones().add(field, field.text("id", ""));
        var outline = field.pairs("area");
        double water = field.number("water_m", WATER_M_MIN, WATER_M_MAX);
        var id = field.text("id", "");
        var name = field.text("name");
        field.nothingElse();
        if (outline.size() < 3) {
            field.fault("area", "must have at least three points");
            return;
        }
        var zone = new Zone(id, name, water, outline);
        if (!zone.isSimple()) field.fault("area", "crosses itself");
        zones.putIfAbsent(id, zone);
    }

    private void part(PartFile reader, Kind kind, Field field) {
        if (kind == Kind.BUILDING) grounds.putIfAbsent(field.text("id", ""), PartFile.ground(field));
        var part = reader.read(kind, field);
        places.putIfAbsent(part.id(), field);
        parts.add(part);
    }
}
