package noroshi.planning.network;

/**
 * What must flow between two nodes.
 *
 * @param mbps     from {@code from} to {@code to}
 * @param mbpsBack the other way
 */
public record Demand(Node from, Node to, TrafficClass kind, double mbps, double mbpsBack) {

    /** @param underFailure the share that must still flow when something has failed */
    public record TrafficClass(String id, String name, double underFailure) {}
}
