package noroshi.planning.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.planning.input.Faults;
import noroshi.planning.network.Building.Role;
import noroshi.planning.network.Building.Supply;
import noroshi.planning.network.lan.Lan;

/** A graph from a file of another program: every node becomes a building with one node, every edge a link. */
record Imported(List<Vertex> vertices, List<Edge> edges) {

    private static final double MBPS_UNSAID = 1000;
    private static final Rate USUAL = new Rate(0.5, 12);

    /** @param where in the file, for faults */
    record Vertex(String where, String id, String label, Place at) {}

    /** @param mbps 0: not said */
    record Edge(String where, String id, String label, String from, String to, double mbps) {}

    Network network(String name, Faults faults) {
        var nodes = new HashMap<String, Node>();
        var inOrder = new ArrayList<Node>();
        for (var vertex : vertices) {
            var node = node(inOrder.size(), vertex);
            if (nodes.putIfAbsent(vertex.id(), node) != null)
                faults.add(vertex.where(), "the node '%s' is there twice".formatted(vertex.id()));
            else inOrder.add(node);
        }
        var links = new ArrayList<Link>();
        for (var edge : edges) {
            var from = end(edge, edge.from(), nodes, faults);
            var to = end(edge, edge.to(), nodes, faults);
            if (from != null && to != null) links.add(link(links.size(), edge, from, to));
        }
        if (inOrder.isEmpty()) faults.add("", "has no nodes");
        return new Network(
                        name,
                        inOrder.stream().map(Node::building).toList(),
                        inOrder,
                        links,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        0,
                        Lan.NONE,
                        Network.NOT_ASSUMED)
                .withCentre();
    }

    private static @org.jspecify.annotations.Nullable Node end(
            Edge edge, String id, Map<String, Node> nodes, Faults faults) {
        var node = nodes.get(id);
        if (node == null) faults.add(edge.where(), "there is no node '%s'".formatted(id));
        return node;
    }

    private static Node node(int index, Vertex vertex) {
        var label = vertex.label().isEmpty() ? vertex.id() : vertex.label();
        var building =
                new Building(index, vertex.id(), label, Role.OFFICE, vertex.at(), 0, 0, 7, "", new Supply(0, 0, 0), 0);
        return new Node(index, vertex.id(), label, building, new Rate(0, 0));
    }

    private static Link link(int index, Edge edge, Node from, Node to) {
        var id = edge.id().isEmpty() ? "e" + index : edge.id();
        var name = from.name() + "―" + to.name() + (edge.label().isEmpty() ? "" : " " + edge.label());
        return new Link(
                index,
                id,
                name,
                from,
                to,
                edge.mbps() > 0 ? edge.mbps() : MBPS_UNSAID,
                Link.Carrier.DUCT,
                "",
                0,
                LinkReader.path(from, to, List.of(), List.of()),
                USUAL);
    }
}
