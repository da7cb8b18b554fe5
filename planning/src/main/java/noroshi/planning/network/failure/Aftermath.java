package noroshi.planning.network.failure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeSet;
import noroshi.planning.graph.Graph;
import noroshi.planning.network.Building;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;
import noroshi.planning.network.Scenario;
import noroshi.planning.network.Scenario.PowerCut;

/**
 * A scenario, hour by hour: what it destroys at once, then who is cut off as batteries and fuel run out and the grid comes back.
 * Repairs are not assumed.
 *
 * @param damages by the building's index
 * @param outages by the building's index
 * @param broken  links taken away by water or named by the scenario
 * @param offices every office, and what it has from when to when
 */
public record Aftermath(
        Scenario scenario, List<Damage> damages, List<Outage> outages, List<Link> broken, List<Course> offices) {

    /** @param until hours after the event, not included */
    public record Span(Service service, double from, double until) {
        double hours() {
            return until - from;
        }
    }

    /** @param spans without a gap, from 0 to the scenario's end */
    public record Course(Node office, List<Span> spans) {

        public Service at(double hour) {
            return spans.stream()
                    .filter(span -> hour >= span.from() && hour < span.until())
                    .findFirst()
                    .orElse(spans.getLast())
                    .service();
        }

        public double hoursWithout() {
            return spans.stream()
                    .filter(span -> !span.service().works())
                    .mapToDouble(Span::hours)
                    .sum();
        }

        /** Hours of its own power until it goes dark; infinite: it does not. */
        public double darkAfter() {
            return spans.stream()
                    .filter(span -> span.service() == Service.DARK)
                    .mapToDouble(Span::from)
                    .findFirst()
                    .orElse(Double.POSITIVE_INFINITY);
        }
    }

    public static Aftermath of(Network network, Scenario scenario) {
        return new Reckoning(network, network.graph(), scenario).aftermath();
    }

    /** Offices × hours in which they have no service. */
    public double officeHours() {
        return offices.stream().mapToDouble(Course::hoursWithout).sum();
    }

    public List<Course> without(double hour) {
        return offices.stream().filter(course -> !course.at(hour).works()).toList();
    }

    private record Reckoning(Network network, Graph graph, Scenario scenario) {

        Aftermath aftermath() {
            var map = new HazardMap(scenario.hazards());
            var damages = network.buildings().stream()
                    .map(building -> damage(building, map))
                    .toList();
            var outages = network.buildings().stream()
                    .map(building -> Outage.of(building, damages.get(building.index()), scenario, gridBack(building)))
                    .toList();
            var broken = network.links().stream()
                    .filter(link -> isNamed(link) || map.breaks(link))
                    .toList();
            return new Aftermath(scenario, damages, outages, broken, courses(damages, outages, broken));
        }

        private Damage damage(Building building, HazardMap map) {
            boolean named = scenario.buildings().stream().anyMatch(each -> each.index() == building.index());
            var damage = map.damage(building);
            return named ? damage.and(new Damage(0, true, true)) : damage;
        }

        private boolean isNamed(Link link) {
            return scenario.links().stream().anyMatch(each -> each.index() == link.index())
                    || scenario.groups().stream()
                            .flatMap(group -> group.links().stream())
                            .anyMatch(each -> each.index() == link.index());
        }

        private double gridBack(Building building) {
            return scenario.power().stream()
                    .filter(cut -> reaches(cut, building))
                    .mapToDouble(PowerCut::hours)
                    .max()
                    .orElse(0);
        }

        private static boolean reaches(PowerCut cut, Building building) {
            if (!cut.feeders().isEmpty()) return cut.feeders().contains(building.feeder());
            return cut.outline().isEmpty() || HazardMap.isInside(cut.outline(), building.at());
        }

        private List<Course> courses(List<Damage> damages, List<Outage> outages, List<Link> broken) {
            var linksDown = new BitSet();
            for (var link : broken) linksDown.set(link.index());
            var offices = network.offices();
            var spans = new ArrayList<List<Span>>();
            for (int i = 0; i < offices.size(); i++) spans.add(new ArrayList<>());
            var hours = new ArrayList<>(changes(outages));
            for (int i = 0; i + 1 < hours.size(); i++) {
                double from = hours.get(i);
                var nodesDown = new BitSet();
                for (var node : network.nodes()) if (isDown(node, from, damages, outages)) nodesDown.set(node.index());
                var reached = graph.reached(nodesDown, linksDown, network.centres());
                for (int k = 0; k < offices.size(); k++) {
                    var service = service(offices.get(k), from, reached, damages, outages);
                    append(spans.get(k), new Span(service, from, hours.get(i + 1)));
                }
            }
            var courses = new ArrayList<Course>();
            for (int k = 0; k < offices.size(); k++) courses.add(new Course(offices.get(k), spans.get(k)));
            return courses;
        }

        /** All hours at which some building's power changes, and both ends. */
        private TreeSet<Double> changes(List<Outage> outages) {
            var hours = new TreeSet<Double>();
            hours.add(0.0);
            hours.add(scenario.hours());
            for (var outage : outages) {
                if (outage.runsFor() < scenario.hours()) hours.add(outage.runsFor());
                if (outage.gridBack() < scenario.hours()) hours.add(outage.gridBack());
            }
            return hours;
        }

        private static boolean isDown(Node node, double hour, List<Damage> damages, List<Outage> outages) {
            int building = node.building().index();
            return damages.get(building).equipmentLost()
                    || outages.get(building).isDark(hour);
        }

        private static Service service(
                Node office, double hour, BitSet reached, List<Damage> damages, List<Outage> outages) {
            int building = office.building().index();
            if (damages.get(building).equipmentLost()) return Service.LOST;
            if (outages.get(building).isDark(hour)) return Service.DARK;
            if (!reached.get(office.index())) return Service.CUT_OFF;
            return outages.get(building).isOnItsOwn(hour) ? Service.ON_ITS_OWN_POWER : Service.SERVED;
        }

        private static void append(List<Span> spans, Span next) {
            if (!spans.isEmpty() && spans.getLast().service() == next.service())
                spans.set(
                        spans.size() - 1,
                        new Span(next.service(), spans.getLast().from(), next.until()));
            else spans.add(next);
        }
    }
}
