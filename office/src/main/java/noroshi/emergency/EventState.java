package noroshi.emergency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import noroshi.standards.jma.Body;
import noroshi.standards.jma.Telegram;

/**
 * What an event's telegrams say together: a pure function of their set, whatever the order in which they arrived.
 *
 * @param history all telegrams in JMA's order, oldest first
 * @param newest the one that holds of each family; those taken back (取消) are not here
 * @param raised the gravest emergency for each government and hazard
 */
record EventState(List<Telegram> history, List<Telegram> newest, List<Raised> raised) {

    static EventState of(List<Received> telegrams, Raising raising) {
        var families = new TreeMap<String, List<Received>>();
        telegrams.stream()
                .sorted(Comparator.comparing(Received::telegram, Telegram.ORDER))
                .forEach(r -> families.computeIfAbsent(r.family(), f -> new ArrayList<>())
                        .add(r));
        var newest = new ArrayList<Telegram>();
        var raised = new ArrayList<Raised>();
        families.forEach((family, members) -> {
            var last = members.getLast();
            if (isTakenBack(last.telegram())) return;
            newest.add(last.telegram());
            // A 震度速報 knows regions only; once the municipalities are known it says nothing more.
            if (family.equals("VXSE51") && holds(families, "VXSE53")) return;
            raised.addAll(last.stale() ? whatAStaleOneLeaves(members, raising) : raising.of(last.telegram()));
        });
        newest.sort(Telegram.ORDER);
        var history = telegrams.stream()
                .map(Received::telegram)
                .sorted(Telegram.ORDER)
                .toList();
        return new EventState(history, List.copyOf(newest), gravest(raised));
    }

    /** The newest telegram of the first of these kinds that has one. */
    Optional<Telegram> find(String... kinds) {
        for (var kind : kinds) {
            var found = newest.stream().filter(t -> t.kind().equals(kind)).reduce((a, b) -> b);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** Takes the body of the newest telegram of these kinds, if it is of that type. */
    <B extends Body> Optional<B> findBody(Class<B> type, String... kinds) {
        return find(kinds).map(Telegram::body).filter(type::isInstance).map(type::cast);
    }

    Telegram latest() {
        return history.getLast();
    }

    private static boolean holds(Map<String, List<Received>> families, String family) {
        var members = families.get(family);
        return members != null && !isTakenBack(members.getLast().telegram());
    }

    private static boolean isTakenBack(Telegram telegram) {
        return telegram.body() instanceof Body.Cancelled;
    }

    /** A stale telegram may lower and end what a fresh one raised, but raises nothing itself. */
    private static List<Raised> whatAStaleOneLeaves(List<Received> members, Raising raising) {
        var fresh = members.stream().filter(m -> !m.stale()).reduce((a, b) -> b);
        if (fresh.isEmpty() || isTakenBack(fresh.get().telegram())) return List.of();
        var before = gravestByPlace(raising.of(fresh.get().telegram()));
        var now = gravestByPlace(raising.of(members.getLast().telegram()));
        var left = new ArrayList<Raised>();
        now.forEach((place, raised) -> {
            var earlier = before.get(place);
            if (earlier != null) left.add(raised.isGraverThan(earlier) ? earlier : raised);
        });
        return left;
    }

    private static List<Raised> gravest(List<Raised> raised) {
        return List.copyOf(gravestByPlace(raised).values());
    }

    private static Map<Place, Raised> gravestByPlace(List<Raised> raised) {
        var gravest = new LinkedHashMap<Place, Raised>();
        for (var one : raised)
            gravest.merge(new Place(one.government(), one.hazard()), one, (a, b) -> b.isGraverThan(a) ? b : a);
        return gravest;
    }

    /** The gravest of each hazard, wherever it is. */
    Map<Hazard, Raised> gravestByHazard() {
        var gravest = new EnumMap<Hazard, Raised>(Hazard.class);
        for (var one : raised) gravest.merge(one.hazard(), one, (a, b) -> b.isGraverThan(a) ? b : a);
        return gravest;
    }

    private record Place(String government, Hazard hazard) {}
}
