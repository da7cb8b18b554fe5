package noroshi.planning.continuity.failure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Part;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.Zone;

/** Looks for what one blow takes together: every hazard zone of the file at its height, and every single building. */
public final class CommonFates {

    private final Model model;
    private final List<Fate> found = new ArrayList<>();

    private CommonFates(Model model) {
        this.model = model;
    }

    public static List<Fate> of(Model model) {
        var fates = new CommonFates(model);
        model.zones().values().forEach(fates::inZone);
        fates.inBuildings();
        return fates.found;
    }

    private void inZone(Zone zone) {
        var strike = new Strike(model, flooded(zone));
        var hits = strike.hits().keySet();
        for (var data : model.all(Kind.DATA))
            if (hits.contains(data.id())) copies(Fate.Kind.COPIES_IN_ZONE, zone.id(), data, strike);
        alternatives(zone, hits);
    }

    private void inBuildings() {
        for (var data : model.all(Kind.DATA)) {
            var place = data.place();
            if (place == null) continue;
            var strike = new Strike(model, burnt(place.building()));
            copies(Fate.Kind.COPIES_IN_BUILDING, place.building(), data, strike);
        }
    }

    /** Data without any copy is no common fate; that its promise cannot be kept is said elsewhere. */
    private void copies(Fate.Kind kind, String where, Part data, Strike strike) {
        if (data.backups().isEmpty()) return;
        var members = new ArrayList<String>();
        members.add(data.id());
        for (var backup : data.backups()) {
            var key = backup.key();
            boolean isCopyGone = strike.reaches(backup.place());
            boolean isKeyGone = key != null && strike.reaches(key);
            if (!isCopyGone && !isKeyGone) return;
            if (isCopyGone) members.add(backup.id());
            if (isKeyGone) members.add(backup.id() + "/key");
        }
        found.add(new Fate(kind, where, data.id(), members));
    }

    private void alternatives(Zone zone, Set<String> hits) {
        var down = new HashSet<String>();
        for (var part : model.parts().values()) {
            var unmet = part.needs().stream()
                    .filter(need ->
                            need.of().stream().filter(id -> !down.contains(id)).count() < need.atLeast())
                    .toList();
            if (hits.contains(part.id()) || !unmet.isEmpty()) down.add(part.id());
            boolean isOnlyThis = !hits.contains(part.id()) && unmet.size() == 1;
            if (isOnlyThis && unmet.getFirst().isRedundant())
                found.add(new Fate(
                        Fate.Kind.ALTERNATIVES_IN_ZONE,
                        zone.id(),
                        part.id(),
                        unmet.getFirst().of().stream().filter(down::contains).toList()));
        }
    }

    private static Scenario flooded(Zone zone) {
        return blow(List.of(new Scenario.Flood(zone, zone.waterM())), Set.of());
    }

    private static Scenario burnt(String building) {
        return blow(List.of(), Set.of(building));
    }

    private static Scenario blow(List<Scenario.Flood> floods, Set<String> failed) {
        return new Scenario("", "", floods, 0, Map.of(), 0, Map.of(), failed, Map.of(), List.of(), 1);
    }
}
