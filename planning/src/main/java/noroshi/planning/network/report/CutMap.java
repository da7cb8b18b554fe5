package noroshi.planning.network.report;

import java.util.ArrayList;
import java.util.List;
import noroshi.planning.network.Link;
import noroshi.planning.network.Network;
import noroshi.planning.network.Node;
import noroshi.planning.network.Place;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.Service;
import noroshi.planning.report.Svg;
import org.locationtech.jts.geom.Envelope;

/** A map of what a scenario cuts, at one hour. Colours differ in brightness too, and shapes say the same, for those who do not see colours. */
public final class CutMap {

    private static final int WIDTH = 900;
    private static final int MARGIN = 60;
    private static final int TOP = 70;
    private static final int LEGEND = 130;
    private static final int LETTER = 10;

    private final Network network;
    private final Aftermath aftermath;
    private final double hour;
    private final double west;
    private final double north;
    private final double scaleX;
    private final double scaleY;
    private final int height;
    private final Labels labels = new Labels();

    private CutMap(Network network, Aftermath aftermath, double hour) {
        this.network = network;
        this.aftermath = aftermath;
        this.hour = hour;
        var places = places();
        west = places.stream().mapToDouble(Place::longitude).min().orElse(0);
        north = places.stream().mapToDouble(Place::latitude).max().orElse(1);
        double east = places.stream().mapToDouble(Place::longitude).max().orElse(1);
        double south = places.stream().mapToDouble(Place::latitude).min().orElse(0);
        scaleX = (WIDTH - 2 * MARGIN) / Math.max(1e-6, east - west);
        scaleY = scaleX / Math.cos(Math.toRadians((north + south) / 2));
        height = (int) Math.ceil((north - south) * scaleY) + TOP + MARGIN + LEGEND;
    }

    /** The centre of another prefecture would make the map small: only offices and what carries their links. */
    private List<Place> places() {
        var places = network.offices().stream()
                .map(node -> node.building().at())
                .filter(Place::isKnown)
                .toList();
        return places.isEmpty() ? List.of(new Place(0, 0), new Place(1, 1)) : places;
    }

    public static String svg(Network network, Aftermath aftermath, double hour) {
        return new CutMap(network, aftermath, hour).draw();
    }

    private String draw() {
        long without = aftermath.without(hour).size();
        var title = "%s %.0f時間後".formatted(aftermath.scenario().name(), hour);
        var svg = new Svg(
                WIDTH,
                height,
                title,
                "%d拠点のうち%d拠点が通信できない。切れた回線は%d本。"
                        .formatted(
                                aftermath.offices().size(),
                                without,
                                aftermath.broken().size()));
        for (var hazard : aftermath.scenario().hazards())
            for (var area : hazard.areas())
                svg.polygon(
                        area.outline().stream().map(this::point).toList(),
                        switch (hazard.kind()) {
                            case WATER -> "#3b82c4";
                            case SHAKING -> "#b08a3c";
                        },
                        hazard.kind() == noroshi.planning.network.Hazard.Kind.WATER ? 0.35 : 0.08);
        for (var link : network.links()) link(svg, link);
        svg.rect(0, 0, WIDTH, TOP - 10, "#ffffff").rect(0, height - LEGEND, WIDTH, LEGEND, "#ffffff");
        for (var node : network.nodes()) node(svg, node);
        for (var node : network.nodes()) labels.add(svg, node);
        svg.text(20, 28, "start", 18, "#1a1a1a", title);
        svg.text(
                20,
                50,
                "start",
                13,
                "#1a1a1a",
                "通信できない拠点 %d / %d　切れた回線 %d / %d"
                        .formatted(
                                without,
                                aftermath.offices().size(),
                                aftermath.broken().size(),
                                network.links().size()));
        legend(svg);
        return svg.toString();
    }

    private void link(Svg svg, Link link) {
        var points = link.path().stream()
                .filter(point -> point.at().isKnown())
                .map(point -> point(point.at()))
                .toList();
        if (points.size() < 2) return;
        boolean broken = aftermath.broken().stream().anyMatch(each -> each.index() == link.index());
        svg.polyline(points, broken ? "#c0182b" : "#5b6670", broken ? 3 : 1.4, broken ? "3 5" : "");
    }

    private void node(Svg svg, Node node) {
        if (!node.building().at().isKnown()) return;
        var at = point(node.building().at());
        var course = aftermath.offices().stream()
                .filter(each -> each.office().index() == node.index())
                .findFirst();
        if (course.isEmpty()) svg.rect(at[0] - 6, at[1] - 6, 12, 12, "#1a1a1a");
        else mark(svg, at, course.get().at(hour));
    }

    /** Names where no name stands yet: right, left, below or above; where none of it is free, the name is left out. */
    private final class Labels {
        private final List<Envelope> taken = new ArrayList<>();

        void add(Svg svg, Node node) {
            if (!node.building().at().isKnown()) return;
            var at = point(node.building().at());
            if (at[1] > height - LEGEND) return;
            double width = LETTER * node.name().length();
            for (var place : List.of(
                    new double[] {9, 4},
                    new double[] {-9 - width, 4},
                    new double[] {-width / 2, 19},
                    new double[] {-width / 2, -10},
                    new double[] {9, 16},
                    new double[] {-9 - width, 16},
                    new double[] {9, -8},
                    new double[] {-9 - width, -8},
                    new double[] {9, 27},
                    new double[] {9, -19})) {
                double x = at[0] + place[0];
                double y = at[1] + place[1];
                var box = new Envelope(x, x + width, y - LETTER, y);
                if (x < 0 || x + width > WIDTH || taken.stream().anyMatch(box::intersects)) continue;
                taken.add(box);
                svg.text(x, y, "start", LETTER, "#1a1a1a", node.name());
                return;
            }
        }
    }

    private static void mark(Svg svg, double[] at, Service service) {
        switch (service) {
            case SERVED -> svg.circle(at[0], at[1], 5, "#ffffff", "#1f7a3d");
            case ON_ITS_OWN_POWER -> svg.circle(at[0], at[1], 5, "#bfe3c8", "#1f7a3d");
            case CUT_OFF -> svg.circle(at[0], at[1], 7, "#f2a900", "#7a5200");
            case DARK -> svg.circle(at[0], at[1], 7, "#444444", "#000000");
            case LOST -> cross(svg, at);
        }
    }

    private static void cross(Svg svg, double[] at) {
        svg.line(at[0] - 7, at[1] - 7, at[0] + 7, at[1] + 7, "#c0182b", 4);
        svg.line(at[0] - 7, at[1] + 7, at[0] + 7, at[1] - 7, "#c0182b", 4);
    }

    private void legend(Svg svg) {
        double y = height - LEGEND + 30.0;
        double x = 30;
        for (var service : Service.values()) {
            mark(svg, new double[] {x, y}, service);
            svg.text(x + 14, y + 5, "start", 13, "#1a1a1a", service.japanese());
            x += 175;
        }
        svg.rect(24, y + 24, 12, 12, "#1a1a1a").text(44, y + 35, "start", 13, "#1a1a1a", "中心・中継");
        svg.polyline(List.of(new double[] {190, y + 30}, new double[] {230, y + 30}), "#c0182b", 3, "3 5")
                .text(238, y + 35, "start", 13, "#1a1a1a", "切れた回線");
        svg.rect(365, y + 22, 30, 14, "#a9c8e3").text(403, y + 35, "start", 13, "#1a1a1a", "浸水域");
        svg.text(30, y + 70, "start", 11, "#5b6670", "計画の検討用。避難の判断には使わないでください。");
    }

    private double[] point(Place place) {
        return new double[] {
            MARGIN + (place.longitude() - west) * scaleX, TOP + 20 + (north - place.latitude()) * scaleY
        };
    }

    static List<Double> hours(Aftermath aftermath) {
        var hours = new ArrayList<>(List.of(0.0, 24.0));
        hours.removeIf(hour -> hour >= aftermath.scenario().hours());
        return hours;
    }
}
