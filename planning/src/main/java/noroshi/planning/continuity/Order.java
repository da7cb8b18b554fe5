package noroshi.planning.continuity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Parts, each after what it needs, and the circles in which parts need each other. Needs that are not there are passed over. */
final class Order {

    private enum State {
        OPEN,
        DONE
    }

    private final Map<String, Part> known = new LinkedHashMap<>();
    private final Map<String, State> states = new LinkedHashMap<>();
    private final SequencedMap<String, Part> ordered = new LinkedHashMap<>();
    private final List<List<String>> circles = new ArrayList<>();

    private Order() {}

    static Order of(List<Part> parts) {
        var order = new Order();
        for (var part : parts) order.known.put(part.id(), part);
        for (var part : parts) order.visit(part.id());
        return order;
    }

    SequencedMap<String, Part> parts() {
        return ordered;
    }

    List<List<String>> circles() {
        return circles;
    }

    /** Depth first with an own stack: a chain of a million parts must not end the program. */
    private void visit(String root) {
        var path = new ArrayList<String>();
        var rest = new ArrayList<List<String>>();
        open(root, path, rest);
        while (!path.isEmpty()) {
            var left = rest.getLast();
            if (left.isEmpty()) {
                var done = path.removeLast();
                rest.removeLast();
                states.put(done, State.DONE);
                ordered.putLast(done, known.get(done));
            } else {
                var next = left.removeLast();
                if (states.get(next) == State.OPEN)
                    circles.add(List.copyOf(path.subList(path.indexOf(next), path.size())));
                else open(next, path, rest);
            }
        }
    }

    private void open(String id, List<String> path, List<List<String>> rest) {
        var part = known.get(id);
        if (part == null || states.containsKey(id)) return;
        states.put(id, State.OPEN);
        path.add(id);
        var needed = new ArrayList<String>();
        for (var need : part.needs()) needed.addAll(need.of());
        java.util.Collections.reverse(needed);
        rest.add(needed);
    }
}
