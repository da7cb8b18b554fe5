package noroshi.planning.continuity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;

/** The kinds of repair of a file, which parts name by their id. */
final class RepairFile {

    static final double HOURS_MAX = 100_000;
    static final int AMOUNT_MAX = 10_000;

    private final Ids ids;
    private final List<Field> items;
    private final Names<Repair> names = new Names<>("repair");
    private final Map<String, Field> places = new HashMap<>();

    RepairFile(Ids ids, List<Field> items) {
        this.ids = ids;
        this.items = items;
    }

    RepairFile read() {
        for (var item : items) {
            var uses = item.items("uses").stream()
                    .flatMap(use -> use(use).stream())
                    .toList();
            names.add(item, new Repair(item.number("hours", 0, HOURS_MAX), uses));
            places.putIfAbsent(item.text("id", ""), item);
            item.text("name", "");
            item.nothingElse();
        }
        return this;
    }

    Repair of(Field part) {
        return part.has("repair") ? names.of(part, "repair").orElse(Repair.UNKNOWN) : Repair.UNKNOWN;
    }

    /** A repair that takes more than there will ever be could never begin. */
    void requirePossible(Scenario scenario) {
        names.asMap().forEach((id, repair) -> {
            for (var use : repair.uses()) {
                int there = scenario.resources().stream()
                        .filter(resource -> resource.id().equals(use.resource()))
                        .mapToInt(RepairFile::inTheEnd)
                        .findFirst()
                        .orElse(0);
                var place = places.get(id);
                if (use.amount() > there && place != null)
                    place.fault(
                            "uses",
                            "takes %d of '%s', scenario '%s' has %d in the end"
                                    .formatted(use.amount(), use.resource(), scenario.id(), there));
            }
        });
    }

    static int inTheEnd(Scenario.Resource resource) {
        return resource.amounts().entrySet().stream()
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElse(0);
    }

    private Optional<Use> use(Field field) {
        var resource = ids.resource(field, "resource");
        int amount = (int) field.whole("amount", 1, AMOUNT_MAX, 1);
        boolean keeps = field.truth("keeps", false);
        field.nothingElse();
        return resource.map(id -> new Use(id, amount, keeps));
    }
}
