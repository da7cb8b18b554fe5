package noroshi.planning.network.lan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.network.lan.Flow.Safeguard;
import noroshi.planning.network.lan.Renewal.Budget;
import noroshi.planning.network.lan.Renewal.Item;
import noroshi.planning.network.lan.Renewal.Window;
import noroshi.planning.network.lan.Segment.Use;
import noroshi.planning.network.lan.Segment.Zone;

/** The part {@code lan} of a planning file. */
public final class LanReader {

    private static final int VLAN_MAX = 4094;
    private static final int MINUTES_MAX = 100_000;
    private static final long YEN_MAX = 1_000_000_000_000L;

    private final Field lan;
    private final Set<String> buildings;
    private final Names<Segment> segments = new Names<>("segment");
    private final Names<Item> items = new Names<>("renewal item");
    private final Names<Window> windows = new Names<>("window");

    /** @param buildings the ids of the file's buildings */
    public LanReader(Field lan, Set<String> buildings) {
        this.lan = lan;
        this.buildings = buildings;
    }

    public Lan read() {
        var model = lan.choice("model", Lan.Model.class, Lan.Model.NONE);
        var vlans = new HashMap<Integer, String>();
        for (var item : lan.items("segments")) segment(item, vlans);
        var flows = new ArrayList<Flow>();
        for (var item : lan.items("flows")) flow(item, flows);
        var renewal = renewal(lan.in("renewal"));
        lan.nothingElse();
        return new Lan(model, List.copyOf(segments.asMap().values()), flows, renewal);
    }

    private void segment(Field item, Map<Integer, String> vlans) {
        var id = item.text("id", "");
        int vlan = (int) item.whole("vlan", 1, VLAN_MAX, 0);
        var before = vlan == 0 ? null : vlans.putIfAbsent(vlan, id);
        if (before != null) item.fault("vlan", "%d is the segment '%s' already".formatted(vlan, before));
        if (!item.has("zone")) item.fault("zone", "is missing: my-number, lgwan, internet, outside or other");
        segments.add(
                item,
                new Segment(
                        id,
                        item.text("name", id),
                        vlan,
                        item.choice("zone", Zone.class, Zone.OTHER),
                        item.choice("use", Use.class, Use.OTHER)));
        item.nothingElse();
    }

    private void flow(Field item, List<Flow> flows) {
        var from = segments.of(item, "from");
        var to = segments.of(item, "to");
        var service = item.text("service", "");
        var safeguards = EnumSet.noneOf(Safeguard.class);
        for (var word : item.texts("safeguards")) safeguard(item, word, safeguards);
        boolean back = item.truth("back", false);
        item.nothingElse();
        if (from.isEmpty() || to.isEmpty()) return;
        flows.add(new Flow(from.get(), to.get(), service, safeguards));
        if (back) flows.add(new Flow(to.get(), from.get(), service, safeguards));
    }

    private static void safeguard(Field item, String word, Set<Safeguard> found) {
        for (var each : Safeguard.values())
            if (each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(word)) {
                found.add(each);
                return;
            }
        item.fault(
                "safeguards",
                "must be of sanitised, screen, specific, security-cloud, endpoint-watch, not '%s'".formatted(word));
    }

    private Renewal renewal(Field renewal) {
        var inOrder = renewal.items("items");
        for (var item : inOrder) items.add(item, item(item));
        for (var item : inOrder) {
            items.all(item, "after");
            items.all(item, "apart");
            item.nothingElse();
        }
        cycles(inOrder);
        for (var item : renewal.items("windows")) window(item);
        var budgets = new ArrayList<Budget>();
        for (var item : renewal.items("budgets")) {
            budgets.add(new Budget((int) item.whole("year", 1989, 2200), item.whole("yen", 0, YEN_MAX)));
            item.nothingElse();
        }
        renewal.nothingElse();
        return new Renewal(
                List.copyOf(items.asMap().values()), List.copyOf(windows.asMap().values()), budgets);
    }

    private Item item(Field item) {
        var id = item.text("id", "");
        var building = item.text("building", "");
        if (!building.isEmpty() && !buildings.contains(building))
            item.fault("building", "there is no building '%s'".formatted(building));
        return new Item(
                id,
                item.text("name", id),
                building,
                item.whole("yen", 0, YEN_MAX, 0),
                (int) item.whole("outageMinutes", 0, MINUTES_MAX, 0),
                item.number("weight", 0, 1e6, 1),
                item.texts("after"),
                item.texts("apart"));
    }

    private void window(Field item) {
        var id = item.text("id", "");
        windows.add(item, new Window(id, item.text("name", id), (int) item.whole("year", 1989, 2200), (int)
                item.whole("minutes", 1, MINUTES_MAX)));
        item.nothingElse();
    }

    /** What waits for itself is never renewed. */
    private void cycles(List<Field> inOrder) {
        for (var field : inOrder) {
            var id = field.text("id", "");
            var seen = new HashSet<String>();
            var waiting = new ArrayList<>(field.texts("after"));
            while (!waiting.isEmpty()) {
                var before = waiting.removeLast();
                var item = items.asMap().get(before);
                if (item != null && seen.add(before)) waiting.addAll(item.after());
            }
            if (seen.contains(id)) field.fault("after", "'%s' waits for itself".formatted(id));
        }
    }
}
