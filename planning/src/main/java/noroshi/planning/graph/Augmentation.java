package noroshi.planning.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The fewest links that leave a network without a bridge (Eswaran and Tarjan, SIAM J. Comput. 5(4), 1976): the parts that hold together
 * form a tree, and its leaves are joined crosswise.
 */
public final class Augmentation {

    private final Graph graph;
    private final int[] block;
    private final List<List<Integer>> tree = new ArrayList<>();
    private final List<Integer> member = new ArrayList<>();
    private final List<int[]> added = new ArrayList<>();

    private Augmentation(Graph graph) {
        this.graph = graph;
        block = new int[graph.nodes()];
    }

    /** Pairs of nodes to join. Empty where every two nodes already have two ways without a common link. */
    public static List<int[]> fewest(Graph graph) {
        if (graph.nodes() < 2) return List.of();
        var search = new Augmentation(graph);
        search.blocks();
        if (search.tree.size() == 1) return List.of();
        search.connect();
        search.crosswise();
        return search.added;
    }

    private void blocks() {
        Arrays.fill(block, -1);
        var none = new BitSet();
        var bridges = new BitSet();
        for (int bridge : WeakPoints.of(graph).bridges()) bridges.set(bridge);
        for (int node = 0; node < graph.nodes(); node++) {
            if (block[node] >= 0) continue;
            int number = tree.size();
            tree.add(new ArrayList<>());
            member.add(node);
            graph.reached(none, bridges, node).stream().forEach(inside -> block[inside] = number);
        }
        bridges.stream().forEach(bridge -> join(block[graph.from(bridge)], block[graph.to(bridge)]));
    }

    private void join(int a, int b) {
        tree.get(a).add(b);
        tree.get(b).add(a);
    }

    private void add(int a, int b) {
        join(a, b);
        added.add(new int[] {member.get(a), member.get(b)});
    }

    /** Trees are chained, each by two of its leaves (a single block by itself twice). */
    private void connect() {
        int[] last = null;
        var seen = new BitSet();
        for (int start = 0; start < tree.size(); start++) {
            if (seen.get(start)) continue;
            var leaves = preorder(start, seen).stream()
                    .filter(at -> tree.get(at).size() <= 1)
                    .mapToInt(Integer::intValue)
                    .toArray();
            if (last != null) add(last[last.length - 1], leaves[0]);
            last = leaves;
        }
    }

    private void crosswise() {
        // A tree of two blocks has no inner block; then the two leaves are joined by a second link.
        int root = 0;
        while (root < tree.size() - 1 && tree.get(root).size() < 2) root++;
        var leaves = preorder(root, new BitSet()).stream()
                .filter(at -> tree.get(at).size() == 1)
                .toList();
        int half = leaves.size() / 2;
        for (int at = 0; at + half < leaves.size(); at++)
            added.add(new int[] {member.get(leaves.get(at)), member.get(leaves.get(at + half))});
    }

    private List<Integer> preorder(int root, BitSet seen) {
        var order = new ArrayList<Integer>();
        var waiting = new ArrayList<Integer>(List.of(root));
        seen.set(root);
        while (!waiting.isEmpty()) {
            int at = waiting.removeLast();
            order.add(at);
            for (int other : tree.get(at))
                if (!seen.get(other)) {
                    seen.set(other);
                    waiting.add(other);
                }
        }
        return order;
    }
}
