package noroshi.planning.network.lan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the layers are apart. For each rule the flows without its safeguards are followed from everywhere it begins: either what is
 * reached holds none of its ends, and that set is the proof, or the shortest path to one is the counter-example.
 */
public final class Separation {

    public sealed interface Finding {
        Rule rule();

        /** @param closed all that information reaches without a safeguard; no flow without one leaves it */
        record Proven(Rule rule, Set<Segment> closed) implements Finding {}

        /** @param path flow after flow, none with a safeguard; empty: {@code at} may not be there at all */
        record Broken(Rule rule, Segment at, List<Flow> path) implements Finding {}
    }

    private Separation() {}

    public static List<Finding> check(Lan lan) {
        return Rule.of(lan.model()).stream().map(rule -> check(rule, lan)).toList();
    }

    static Finding check(Rule rule, Lan lan) {
        var by = new HashMap<Segment, Flow>();
        var reached = new LinkedHashSet<Segment>();
        var waiting = new ArrayDeque<Segment>();
        for (var segment : lan.segments())
            if (rule.from().contains(segment)) {
                reached.add(segment);
                waiting.add(segment);
            }
        while (!waiting.isEmpty()) {
            var segment = waiting.remove();
            if (rule.to().contains(segment)) return new Finding.Broken(rule, segment, path(segment, by));
            for (var flow : lan.flows())
                if (flow.from().equals(segment)
                        && Collections.disjoint(flow.safeguards(), rule.safeguards())
                        && reached.add(flow.to())) {
                    by.put(flow.to(), flow);
                    waiting.add(flow.to());
                }
        }
        return new Finding.Proven(rule, reached);
    }

    private static List<Flow> path(Segment end, Map<Segment, Flow> by) {
        var path = new ArrayList<Flow>();
        for (var flow = by.get(end); flow != null; flow = by.get(flow.from())) path.addFirst(flow);
        return path;
    }
}
