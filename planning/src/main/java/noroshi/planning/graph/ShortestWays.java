package noroshi.planning.graph;

import java.util.Arrays;

/** The shortest ways from one node over arcs (Dijkstra 1959), again and again over changing lengths, without new memory. */
final class ShortestWays {

    private final Arcs arcs;
    private final int[][] leaving;
    final double[] distance;
    /** The arc by which each node is reached; −1: the source, or not reached. */
    final int[] by;
    /** Nodes in the order of their distance; {@link #reached} of them. */
    final int[] order;

    int reached;
    private final int[] heap;
    private final int[] place;
    private int size;

    ShortestWays(Arcs arcs) {
        this.arcs = arcs;
        leaving = arcs.leaving();
        distance = new double[arcs.nodes()];
        by = new int[arcs.nodes()];
        order = new int[arcs.nodes()];
        heap = new int[arcs.nodes()];
        place = new int[arcs.nodes()];
    }

    void from(int source, double[] length) {
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        Arrays.fill(by, -1);
        Arrays.fill(place, -1);
        reached = 0;
        size = 0;
        distance[source] = 0;
        put(source);
        while (size > 0) {
            int node = take();
            order[reached++] = node;
            for (int arc : leaving[node]) {
                int other = arcs.to()[arc];
                double far = distance[node] + length[arc];
                if (far >= distance[other]) continue;
                distance[other] = far;
                by[other] = arc;
                put(other);
            }
        }
    }

    /** The node before this on its way. */
    int parent(int node) {
        return arcs.from()[by[node]];
    }

    private void put(int node) {
        if (place[node] < 0) place[node] = size++;
        int at = place[node];
        while (at > 0 && distance[heap[(at - 1) / 2]] > distance[node]) {
            set(at, heap[(at - 1) / 2]);
            at = (at - 1) / 2;
        }
        set(at, node);
    }

    private int take() {
        int first = heap[0];
        int moved = heap[--size];
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && distance[heap[child + 1]] < distance[heap[child]]) child++;
            if (distance[heap[child]] >= distance[moved]) break;
            set(at, heap[child]);
            at = child;
        }
        if (size > 0) set(at, moved);
        return first;
    }

    private void set(int at, int node) {
        heap[at] = node;
        place[node] = at;
    }
}
