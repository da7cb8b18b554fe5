package noroshi.planning.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.TreeMap;

/**
 * Demands that one tree of shortest ways serves: all from one node, or all to one. Hundreds of offices that talk to one centre are two
 * bundles, not hundreds.
 *
 * @param back the root is where the demands end
 */
record Bundle(int root, boolean back, List<Leaf> leaves) {

    record Leaf(int node, double amount) {}

    /** Each demand goes to the end that more demands share. */
    static List<Bundle> of(List<ConcurrentFlow.Demand> demands) {
        var from = new HashMap<Integer, Integer>();
        var to = new HashMap<Integer, Integer>();
        for (var demand : demands) {
            from.merge(demand.from(), 1, Integer::sum);
            to.merge(demand.to(), 1, Integer::sum);
        }
        var onwards = new TreeMap<Integer, Bundle>();
        var backwards = new TreeMap<Integer, Bundle>();
        for (var demand : demands) {
            boolean back = to.getOrDefault(demand.to(), 0) > from.getOrDefault(demand.from(), 0);
            int root = back ? demand.to() : demand.from();
            (back ? backwards : onwards)
                    .computeIfAbsent(root, node -> new Bundle(node, back, new ArrayList<>()))
                    .leaves()
                    .add(new Leaf(back ? demand.from() : demand.to(), demand.amount()));
        }
        var bundles = new ArrayList<>(onwards.values());
        bundles.addAll(backwards.values());
        return bundles;
    }
}
