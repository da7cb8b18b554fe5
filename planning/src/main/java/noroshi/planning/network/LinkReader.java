package noroshi.planning.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import noroshi.planning.input.Field;
import noroshi.planning.input.Names;
import noroshi.planning.network.Link.Carrier;
import noroshi.planning.network.Link.PathPoint;

/** Links, what they share, and links that could be built. */
final class LinkReader {

    private static final double MBPS_MIN = 0.001;
    private static final double MBPS_MAX = 1e9;
    private static final long YEN_MAX = 10_000_000_000_000L;
    /** A line of copper or glass: once in two years, half a day. */
    private static final Rate USUAL = new Rate(0.5, 12);

    private final Field file;
    private final Names<Node> nodes;
    private final Names<Link> links = new Names<>("link");
    private final Names<RiskGroup> groups = new Names<>("risk group");
    private final Names<Candidate> candidates = new Names<>("candidate");
    private boolean areAllThere = true;

    LinkReader(Field file, Names<Node> nodes) {
        this.file = file;
        this.nodes = nodes;
    }

    LinkReader read() {
        for (var item : file.items("links")) {
            var link = link(item, links.asMap().size());
            item.nothingElse();
            link.ifPresentOrElse(known -> links.add(item, known), () -> areAllThere = false);
        }
        for (var item : file.items("groups")) groups.add(item, group(item));
        for (var item : file.items("candidates")) candidate(item);
        return this;
    }

    List<Link> links() {
        return List.copyOf(links.asMap().values());
    }

    List<RiskGroup> groups() {
        return List.copyOf(groups.asMap().values());
    }

    List<Candidate> candidates() {
        return List.copyOf(candidates.asMap().values());
    }

    /** Whether no link was left out; only then it means something that two nodes are not joined. */
    boolean areAllThere() {
        return areAllThere;
    }

    List<Link> named(Field item, String name) {
        return links.all(item, name);
    }

    List<RiskGroup> groupsNamed(Field item, String name) {
        return groups.all(item, name);
    }

    private Optional<Link> link(Field item, int index) {
        var id = item.text("id", "");
        var name = item.text("name", id);
        double capacity = item.number("capacityMbps", MBPS_MIN, MBPS_MAX);
        var carrier = item.choice("carrier", Carrier.class, Carrier.POLES);
        var provider = item.text("provider", "");
        long monthlyYen = item.whole("monthlyYen", 0, YEN_MAX, 0);
        var between = NetworkReader.places(item, "path");
        var elevations = item.numbers("elevationsMetres", -500, 10_000);
        if (!elevations.isEmpty() && elevations.size() != between.size())
            item.fault(
                    "elevationsMetres",
                    "has %d numbers for %d points of the path".formatted(elevations.size(), between.size()));
        var rate = NetworkReader.rate(item, USUAL.failuresPerYear(), USUAL.repairHours());
        var from = nodes.of(item, "from");
        var to = nodes.of(item, "to");
        if (from.isEmpty() || to.isEmpty()) return Optional.empty();
        if (from.equals(to))
            item.fault(
                    "to",
                    "the link begins and ends at '%s'".formatted(from.get().id()));
        var path = path(from.get(), to.get(), between, elevations);
        return Optional.of(
                new Link(index, id, name, from.get(), to.get(), capacity, carrier, provider, monthlyYen, path, rate));
    }

    static List<PathPoint> path(Node from, Node to, List<Place> between, List<Double> elevations) {
        var path = new ArrayList<PathPoint>();
        path.add(end(from));
        for (int i = 0; i < between.size(); i++)
            path.add(new PathPoint(between.get(i), i < elevations.size() ? elevations.get(i) : Double.NaN));
        path.add(end(to));
        return path;
    }

    private static PathPoint end(Node node) {
        return new PathPoint(node.building().at(), node.building().elevationMetres());
    }

    private RiskGroup group(Field item) {
        var id = item.text("id", "");
        var name = item.text("name", id);
        var members = links.all(item, "links");
        if (members.isEmpty()) item.fault("links", "is empty: a risk group names the links that share something");
        var rate = NetworkReader.rate(item, 0, 0);
        item.nothingElse();
        return new RiskGroup(id, name, members, rate);
    }

    private void candidate(Field item) {
        var link = link(item, links.asMap().size());
        long buildYen = item.whole("buildYen", 0, YEN_MAX);
        var sharing = Set.copyOf(
                groups.all(item, "groups").stream().map(RiskGroup::id).toList());
        item.nothingElse();
        if (links.asMap().containsKey(item.text("id", ""))) item.fault("id", "is the id of an existing link");
        link.ifPresent(known -> candidates.add(item, new Candidate(known, buildYen, sharing)));
    }
}
