package noroshi.planning.network.report;

import java.util.Collection;
import java.util.stream.IntStream;
import noroshi.planning.network.Candidate;
import noroshi.planning.network.Node;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.SingleFailure;
import noroshi.planning.network.invest.Investments.Gain;
import noroshi.planning.network.lan.Flow;
import noroshi.planning.network.lan.Segment;
import noroshi.planning.network.lan.Separation.Finding;
import noroshi.planning.network.traffic.Saturation;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that was found, by ids. Hours are hours, chances 0 to 1, yen whole; an infinite number is null. */
public final class JsonReport {

    private static final JsonMapper JSON = new JsonMapper();

    private JsonReport() {}

    public static String of(Findings findings) {
        var root = JSON.createObjectNode();
        root.put("name", findings.network().name());
        structure(root.putObject("structure"), findings);
        cuts(root.putObject("cuts"), findings);
        var singles = root.putArray("singleFailures");
        findings.singles().stream()
                .filter(single -> !single.cutOff().isEmpty())
                .forEach(single -> single(singles.addObject(), single));
        var pairs = root.putArray("doubleLinkFailures");
        for (var pair : findings.pairs())
            pairs.addObject()
                    .put("first", findings.network().links().get(pair.first()).id())
                    .put("second", findings.network().links().get(pair.second()).id())
                    .put("nodesCutOff", pair.cutOff());
        var scenarios = root.putArray("scenarios");
        findings.aftermaths().forEach(aftermath -> aftermath(scenarios.addObject(), findings, aftermath));
        var availability = root.putArray("availability");
        for (var each : findings.availability())
            availability
                    .addObject()
                    .put("office", each.office().id())
                    .put("exact", each.exact())
                    .put("chance", each.chance().estimate())
                    .put("low", each.chance().low())
                    .put("high", each.chance().high())
                    .put("samples", each.chance().samples());
        findings.saturation().forEach(normal -> saturation(root.putObject("saturation"), normal, true));
        var failures = root.putArray("saturationUnderFailure");
        findings.underFailure().forEach(each -> saturation(failures.addObject(), each, false));
        investments(root.putObject("investments"), findings);
        lan(root.putObject("lan"), findings);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    private static void structure(ObjectNode to, Findings findings) {
        var links = findings.network().links();
        var nodes = findings.network().nodes();
        to.put("nodes", nodes.size())
                .put("links", links.size())
                .put("components", findings.weak().components());
        if (findings.linkConnectivity() >= 0)
            to.put("linkConnectivity", findings.linkConnectivity())
                    .put("nodeConnectivity", findings.nodeConnectivity());
        var bridges = to.putArray("bridges");
        IntStream.of(findings.weak().bridges())
                .forEach(bridge -> bridges.add(links.get(bridge).id()));
        var cutNodes = to.putArray("cutNodes");
        IntStream.of(findings.weak().cutNodes())
                .forEach(node -> cutNodes.add(nodes.get(node).id()));
    }

    /** The least of the links on the way between two nodes in the tree is how few links part them. */
    private static void cuts(ObjectNode to, Findings findings) {
        var nodes = findings.network().nodes();
        var tree = to.putArray("cutTree");
        for (int node = 1; findings.linkConnectivity() >= 0 && node < nodes.size(); node++) {
            int parent = findings.cuts().parent(node);
            tree.addObject()
                    .put("node", nodes.get(node).id())
                    .put("parent", nodes.get(parent).id())
                    .put("links", findings.cuts().between(node, parent));
        }
        var ways = to.putArray("waysToCentre");
        for (var each : findings.ways()) {
            var office = ways.addObject().put("office", each.office().id()).put("mbps", each.mbps());
            var cut = office.putArray("minimumCut");
            each.cut().forEach(link -> cut.add(link.id()));
        }
    }

    private static void single(ObjectNode to, SingleFailure single) {
        var id =
                switch (single.what()) {
                    case SingleFailure.What.OneLink one -> one.link().id();
                    case SingleFailure.What.OneNode one -> one.node().id();
                    case SingleFailure.What.OneGroup one -> one.group().id();
                };
        var kind =
                switch (single.what()) {
                    case SingleFailure.What.OneLink _ -> "link";
                    case SingleFailure.What.OneNode _ -> "node";
                    case SingleFailure.What.OneGroup _ -> "group";
                };
        to.put(kind, id).put("officeHoursPerYear", single.officeHoursPerYear());
        ids(to.putArray("cutOff"), single.cutOff());
    }

    private static void ids(ArrayNode to, Collection<Node> nodes) {
        nodes.forEach(node -> to.add(node.id()));
    }

    private static void aftermath(ObjectNode to, Findings findings, Aftermath aftermath) {
        to.put("id", aftermath.scenario().id()).put("officeHours", aftermath.officeHours());
        var lost = to.putArray("equipmentLost");
        for (var building : findings.network().buildings()) {
            var damage = aftermath.damages().get(building.index());
            if (damage.equipmentLost())
                lost.addObject().put("building", building.id()).put("depthMetres", damage.depthMetres());
        }
        var broken = to.putArray("linksBroken");
        aftermath.broken().forEach(link -> broken.add(link.id()));
        var offices = to.putArray("offices");
        for (var course : aftermath.offices()) {
            var office = offices.addObject().put("id", course.office().id()).put("hoursWithout", course.hoursWithout());
            number(office, "darkAfterHours", course.darkAfter());
            var spans = office.putArray("spans");
            for (var span : course.spans())
                spans.addObject()
                        .put(
                                "service",
                                span.service()
                                        .name()
                                        .toLowerCase(java.util.Locale.ROOT)
                                        .replace('_', '-'))
                        .put("from", span.from())
                        .put("until", span.until());
        }
    }

    private static void saturation(ObjectNode to, Saturation saturation, boolean uses) {
        if (!saturation.name().isEmpty()) to.put("failed", saturation.name());
        number(to, "factor", saturation.factor());
        number(to, "bound", saturation.bound());
        if (!saturation.without().isEmpty())
            ids(
                    to.putArray("without"),
                    saturation.without().stream()
                            .map(demand -> demand.from())
                            .distinct()
                            .toList());
        if (!uses) return;
        var links = to.putArray("utilisation");
        for (var use : saturation.uses())
            links.addObject()
                    .put("link", use.link().id())
                    .put("there", use.there())
                    .put("back", use.back());
    }

    private static void number(ObjectNode to, String name, double value) {
        if (Double.isInfinite(value)) to.putNull(name);
        else to.put(name, value);
    }

    private static void investments(ObjectNode to, Findings findings) {
        var investments = findings.investments();
        to.put("officeHoursPerYear", investments.hoursPerYear());
        gains(to.putArray("ranked"), investments.ranked());
        gains(to.putArray("sequence"), investments.sequence());
        var fewest = to.putArray("fewestLinksWithoutBridges");
        for (var pair : findings.rings().fewest())
            fewest.addArray().add(pair.a().id()).add(pair.b().id());
        var rings = to.putObject("cheapestCandidatesWithoutBridges");
        var chosen = rings.putArray("candidates");
        for (Candidate candidate : findings.rings().cheapest())
            chosen.add(candidate.link().id());
        rings.put("yen", findings.rings().yen()).put("bound", findings.rings().bound());
        var left = rings.putArray("bridgesLeft");
        findings.rings().left().forEach(link -> left.add(link.id()));
    }

    private static void gains(ArrayNode to, Collection<Gain> gains) {
        for (var gain : gains)
            to.addObject()
                    .put("candidate", gain.candidate().link().id())
                    .put("yen", gain.candidate().yen())
                    .put("officeHoursSavedPerYear", gain.savedPerYear())
                    .put("perMillionYen", gain.savedPerMillionYen());
    }

    private static void lan(ObjectNode to, Findings findings) {
        var rules = to.putArray("rules");
        for (var finding : findings.separation()) {
            var rule = rules.addObject()
                    .put("id", finding.rule().id())
                    .put("rule", finding.rule().japanese());
            switch (finding) {
                case Finding.Proven proven -> {
                    var closed = rule.put("holds", true).putArray("closedSet");
                    for (Segment segment : proven.closed()) closed.add(segment.id());
                }
                case Finding.Broken broken -> {
                    var path = rule.put("holds", false).putArray("counterExample");
                    if (broken.path().isEmpty()) path.add(broken.at().id());
                    else path.add(broken.path().getFirst().from().id());
                    for (Flow flow : broken.path()) path.add(flow.to().id());
                }
            }
        }
        var renewal = to.putArray("renewal");
        findings.renewal().placed().forEach((item, window) -> renewal.addObject()
                .put("item", item.id())
                .put("window", window.id()));
        to.put("renewalProven", findings.renewal().proven());
        var unplaced = to.putArray("notRenewed");
        findings.renewal().unplaced().forEach(item -> unplaced.add(item.id()));
    }
}
