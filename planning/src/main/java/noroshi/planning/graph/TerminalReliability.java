package noroshi.planning.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import noroshi.planning.search.Effort;

/**
 * How likely it is that all terminals are joined, exactly. Nodes enter one by one, and of all that may have failed so far only one thing
 * is kept: which of the open nodes are joined among themselves, with the probability of it (the frontier of a binary decision diagram,
 * never built as a whole). The work grows with the width of the network, not with its length: a chain of rings of thousands of
 * links is easy, a dense mesh of more than {@value Frontier#WIDTH_MAX} open nodes is refused.
 */
public final class TerminalReliability {

    private static final int STATES_MAX = 3_000_000;

    private final Graph graph;
    private final Chances chances;
    private final BitSet terminals;
    private final List<Integer> open = new ArrayList<>();
    private StateWeights states = new StateWeights();
    private double joined;
    private int missing;

    private TerminalReliability(Graph graph, Chances chances, BitSet terminals) {
        this.graph = graph;
        this.chances = chances;
        this.terminals = terminals;
        this.missing = terminals.cardinality();
    }

    /** @return empty where the network is too wide, or the effort ended: sample it */
    public static OptionalDouble of(Graph graph, Chances chances, BitSet terminals, Effort effort) {
        if (terminals.isEmpty()) throw new IllegalArgumentException("no terminals");
        var none = new BitSet();
        var needed = graph.reached(none, none, terminals.nextSetBit(0));
        if (!contains(needed, terminals)) return OptionalDouble.of(0);
        prune(graph, needed, terminals);
        return new TerminalReliability(graph, chances, terminals).run(NodeOrder.of(graph, needed), effort);
    }

    /** Two nodes. */
    public static OptionalDouble of(Graph graph, Chances chances, int a, int b, Effort effort) {
        var terminals = new BitSet();
        terminals.set(a);
        terminals.set(b);
        return of(graph, chances, terminals, effort);
    }

    private static boolean contains(BitSet all, BitSet some) {
        var rest = (BitSet) some.clone();
        rest.andNot(all);
        return rest.isEmpty();
    }

    /** A dead end without a terminal joins nobody. */
    private static void prune(Graph graph, BitSet nodes, BitSet terminals) {
        boolean again = true;
        while (again) {
            again = false;
            for (int node = nodes.nextSetBit(0); node >= 0; node = nodes.nextSetBit(node + 1))
                if (!terminals.get(node) && neighbours(graph, node, nodes) < 2) {
                    nodes.clear(node);
                    again = true;
                }
        }
    }

    private static int neighbours(Graph graph, int node, BitSet nodes) {
        var found = new BitSet();
        for (int at = graph.first(node); at < graph.last(node); at++) {
            int other = graph.other(graph.incident(at), node);
            if (other != node && nodes.get(other)) found.set(other);
        }
        return found.cardinality();
    }

    private OptionalDouble run(int[] order, Effort effort) {
        var kept = new BitSet();
        for (int node : order) kept.set(node);
        var entered = new BitSet();
        states.add(0, 1);
        for (int node : order) {
            if (open.size() == Frontier.WIDTH_MAX || states.size() > STATES_MAX || effort.isOver())
                return OptionalDouble.empty();
            enter(node);
            entered.set(node);
            for (int place = 0; place < open.size() - 1; place++) join(place, open.getLast(), open.get(place));
            leave(kept, entered);
        }
        return OptionalDouble.of(Math.min(1, joined));
    }

    private void enter(int node) {
        var before = states;
        states = new StateWeights();
        int width = open.size();
        boolean terminal = terminals.get(node);
        if (terminal) missing--;
        double up = chances.node()[node];
        open.add(node);
        before.each((state, weight) -> {
            keep(Frontier.entered(state, width, terminal), weight * up);
            // A terminal that is down is joined to nobody.
            if (!terminal) keep(state, weight * (1 - up));
        });
    }

    private void join(int place, int node, int other) {
        double down = 1;
        for (int at = graph.first(node); at < graph.last(node); at++)
            if (graph.other(graph.incident(at), node) == other) down *= 1 - chances.link()[graph.incident(at)];
        if (down == 1) return;
        double allDown = down;
        var before = states;
        states = new StateWeights();
        int last = open.size() - 1;
        before.each((state, weight) -> {
            if (Frontier.joins(state, place, last)) {
                keep(Frontier.joined(state, open.size(), place, last), weight * (1 - allDown));
                keep(state, weight * allDown);
            } else keep(state, weight);
        });
    }

    private void leave(BitSet kept, BitSet entered) {
        for (int place = open.size() - 1; place >= 0; place--) {
            if (!isDone(open.get(place), kept, entered)) continue;
            var before = states;
            states = new StateWeights();
            int at = place;
            before.each((state, weight) -> {
                int group = Frontier.group(state, at);
                boolean lost = group != 0 && Frontier.isMarked(state, group) && Frontier.isLast(state, open.size(), at);
                if (!lost) keep(Frontier.without(state, open.size(), at), weight);
            });
            open.remove(place);
        }
    }

    private boolean isDone(int node, BitSet kept, BitSet entered) {
        for (int at = graph.first(node); at < graph.last(node); at++) {
            int other = graph.other(graph.incident(at), node);
            if (kept.get(other) && !entered.get(other)) return false;
        }
        return true;
    }

    /** A state in which all terminals are in one group needs no more looking at. */
    private void keep(long state, double weight) {
        if (missing == 0 && Frontier.marks(state) == 1) joined += weight;
        else states.add(state, weight);
    }
}
