package noroshi.planning.graph;

import java.util.Arrays;
import java.util.BitSet;

/** The most that flows from one node to another (Dinic 1970). Capacities are whole numbers; arcs come in pairs, each the way back of the other. */
public final class FlowNetwork {

    private final int nodes;
    private int[] to = new int[16];
    private int[] nextArc = new int[16];
    private long[] capacity = new long[16];
    private long[] left = new long[0];
    private int arcs;
    private final int[] firstArc;
    private final int[] level;
    private final int[] cursor;
    private final int[] waiting;
    private final int[] path;

    public FlowNetwork(int nodes) {
        this.nodes = nodes;
        firstArc = new int[nodes];
        Arrays.fill(firstArc, -1);
        level = new int[nodes];
        cursor = new int[nodes];
        waiting = new int[nodes];
        path = new int[nodes];
    }

    /** Every link carries its weight in either direction. */
    public static FlowNetwork of(Graph graph, long[] weights) {
        var flow = new FlowNetwork(graph.nodes());
        for (int link = 0; link < graph.links(); link++)
            flow.arc(graph.from(link), graph.to(link), weights[link], weights[link]);
        return flow;
    }

    /** @return the number of the arc; the way back is the next one */
    public int arc(int from, int toNode, long there, long back) {
        if (there < 0 || back < 0) throw new IllegalArgumentException("capacity (%d, %d)".formatted(there, back));
        if (arcs + 2 > to.length) {
            to = Arrays.copyOf(to, arcs * 2 + 2);
            nextArc = Arrays.copyOf(nextArc, arcs * 2 + 2);
            capacity = Arrays.copyOf(capacity, arcs * 2 + 2);
        }
        add(from, toNode, there);
        add(toNode, from, back);
        return arcs - 2;
    }

    private void add(int from, int toNode, long there) {
        to[arcs] = toNode;
        capacity[arcs] = there;
        nextArc[arcs] = firstArc[from];
        firstArc[from] = arcs++;
    }

    /** @param enough stops once so much flows; {@code Long.MAX_VALUE}: the maximum */
    public long most(int source, int sink, long enough) {
        if (source == sink) throw new IllegalArgumentException("from node %d to itself".formatted(source));
        left = Arrays.copyOf(capacity, arcs);
        long flow = 0;
        while (flow < enough && levels(source, sink)) {
            System.arraycopy(firstArc, 0, cursor, 0, nodes);
            for (long more = push(source, sink); more > 0 && flow < enough; more = push(source, sink)) flow += more;
        }
        return flow;
    }

    private boolean levels(int source, int sink) {
        Arrays.fill(level, -1);
        level[source] = 0;
        waiting[0] = source;
        for (int head = 0, tail = 1; head < tail; head++) {
            int node = waiting[head];
            for (int arc = firstArc[node]; arc >= 0; arc = nextArc[arc])
                if (left[arc] > 0 && level[to[arc]] < 0) {
                    level[to[arc]] = level[node] + 1;
                    waiting[tail++] = to[arc];
                }
        }
        return level[sink] >= 0;
    }

    /** Along one shortest way, found without recursion; dead ends are not entered twice. */
    private long push(int source, int sink) {
        int length = 0;
        int node = source;
        while (node != sink) {
            int arc = cursor[node];
            if (arc < 0) {
                if (node == source) return 0;
                level[node] = -1;
                node = to[path[--length] ^ 1];
                cursor[node] = nextArc[cursor[node]];
            } else if (left[arc] > 0 && level[to[arc]] == level[node] + 1) {
                path[length++] = arc;
                node = to[arc];
            } else cursor[node] = nextArc[arc];
        }
        long most = Long.MAX_VALUE;
        for (int at = 0; at < length; at++) most = Math.min(most, left[path[at]]);
        for (int at = 0; at < length; at++) {
            left[path[at]] -= most;
            left[path[at] ^ 1] += most;
        }
        return most;
    }

    /** After {@link #most}: what the source still reaches; the arcs that leave it are a smallest cut. */
    public BitSet sourceSide() {
        var side = new BitSet(nodes);
        for (int node = 0; node < nodes; node++) side.set(node, level[node] >= 0);
        return side;
    }
}
