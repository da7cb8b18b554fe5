package noroshi.planning.network;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.network.Demand.TrafficClass;

/** Demands by class. */
final class TrafficReader {

    private static final double MBPS_MAX = 1e9;
    private static final TrafficClass ALL = new TrafficClass("", "全通信", 1);

    private final Field file;
    private final Names<Node> nodes;
    private final Names<TrafficClass> classes = new Names<>("class");
    private final List<Placed> placed = new ArrayList<>();

    private record Placed(Field item, Demand demand) {}

    TrafficReader(Field file, Names<Node> nodes) {
        this.file = file;
        this.nodes = nodes;
    }

    List<Demand> read() {
        for (var item : file.items("classes")) {
            var id = item.text("id", "");
            classes.add(item, new TrafficClass(id, item.text("name", id), item.number("underFailure", 0, 1, 1)));
            item.nothingElse();
        }
        for (var item : file.items("demands")) demand(item);
        return placed.stream().map(Placed::demand).toList();
    }

    private void demand(Field item) {
        double mbps = item.number("mbps", 0, MBPS_MAX);
        double back = item.number("mbpsBack", 0, MBPS_MAX, mbps);
        if (item.has("mbps") && mbps + back == 0) item.fault("mbps", "nothing is demanded in either direction");
        var kind = item.has("class") ? classes.of(item, "class") : java.util.Optional.of(ALL);
        var from = nodes.of(item, "from");
        var to = nodes.of(item, "to");
        item.nothingElse();
        if (from.isEmpty() || to.isEmpty() || kind.isEmpty()) return;
        if (from.equals(to))
            item.fault("to", "a demand from '%s' to itself".formatted(from.get().id()));
        else placed.add(new Placed(item, new Demand(from.get(), to.get(), kind.get(), mbps, back)));
    }

    /** A demand that no link can ever carry is a mistake in the file, not a finding. */
    void requireWays(Network network) {
        var graph = network.graph();
        var none = new BitSet();
        for (var each : placed) {
            var demand = each.demand();
            if (!graph.reached(none, none, demand.from().index())
                    .get(demand.to().index()))
                each.item()
                        .fault(
                                "to",
                                "no links lead from '%s' to '%s'"
                                        .formatted(
                                                demand.from().id(), demand.to().id()));
        }
    }
}
