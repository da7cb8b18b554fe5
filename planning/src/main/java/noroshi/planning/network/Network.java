package noroshi.planning.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.planning.graph.Graph;
import noroshi.planning.network.lan.Lan;

/**
 * Everything that a planning file says, free of faults: an index is a place in its list, every id is there once.
 *
 * @param assumedCentre the node with most links, where no building is called a centre; else −1
 * @param budgetYen      for candidates over ten years; 0: none said
 */
public record Network(
        String name,
        List<Building> buildings,
        List<Node> nodes,
        List<Link> links,
        List<RiskGroup> groups,
        List<Demand> demands,
        List<Hazard> hazards,
        List<Scenario> scenarios,
        List<Candidate> candidates,
        long budgetYen,
        Lan lan,
        int assumedCentre) {

    public static final int NOT_ASSUMED = -1;

    public Network {
        buildings = List.copyOf(buildings);
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
        groups = List.copyOf(groups);
        demands = List.copyOf(demands);
        hazards = List.copyOf(hazards);
        scenarios = List.copyOf(scenarios);
        candidates = List.copyOf(candidates);
    }

    public Graph graph() {
        return Graph.of(
                nodes.size(),
                links.stream().mapToInt(link -> link.from().index()).toArray(),
                links.stream().mapToInt(link -> link.to().index()).toArray());
    }

    public int[] centres() {
        if (assumedCentre >= 0) return new int[] {assumedCentre};
        return nodes.stream()
                .filter(node -> node.building().role() == Building.Role.CENTRE)
                .mapToInt(Node::index)
                .toArray();
    }

    /** Who must reach a centre. */
    public List<Node> offices() {
        return nodes.stream()
                .filter(node -> node.building().role() == Building.Role.OFFICE && node.index() != assumedCentre)
                .toList();
    }

    /** Who is cut off from what can only be asked where there is a centre. */
    Network withCentre() {
        if (nodes.isEmpty() || centres().length > 0) return this;
        var graph = graph();
        int best = 0;
        for (int node = 1; node < nodes.size(); node++) if (graph.degree(node) > graph.degree(best)) best = node;
        return new Network(
                name, buildings, nodes, links, groups, demands, hazards, scenarios, candidates, budgetYen, lan, best);
    }

    /** As it will be once the candidates are built. */
    public Network with(Set<Candidate> built) {
        var allLinks = new ArrayList<>(links);
        var allGroups = new ArrayList<>(groups);
        for (var candidate : candidates) {
            if (!built.contains(candidate)) continue;
            var link = candidate.link().at(allLinks.size());
            allLinks.add(link);
            allGroups.replaceAll(group -> candidate.groups().contains(group.id()) ? group.with(link) : group);
        }
        var left = candidates.stream()
                .filter(candidate -> !built.contains(candidate))
                .toList();
        return new Network(
                name,
                buildings,
                nodes,
                allLinks,
                allGroups,
                demands,
                hazards,
                renewed(allGroups),
                left,
                budgetYen,
                lan,
                assumedCentre);
    }

    /** Scenarios name groups, which may have got a link more. */
    private List<Scenario> renewed(List<RiskGroup> groups) {
        return scenarios.stream().map(scenario -> scenario.with(groups)).toList();
    }
}
