package noroshi.site;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import noroshi.site.Outline.Ring;

/**
 * The ground of a register's map, as SVG of our own and without tiles from anywhere: land and sea, lines of degrees, names, a bar of kilometres,
 * north. A register draws its marks on it. It is a fragment of its own: no fact changes it unless the facts' extent changes.
 */
public final class RegisterMap {

    private static final int WIDTH = 560;
    private static final int HEIGHT_MAX = 1100;
    private static final double KM_PER_DEGREE = 111.2;
    private static final double KM_MIN = 3;
    /** Of the extent, on each side. */
    private static final double ROOM = 0.08;

    private static final int TEXT = 17;
    /** A name stands over its place: marks lie on it. */
    private static final int ABOVE = 11;

    private static final int NAMES_MAX = 42;
    private static final double[] STEPS = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2};

    private final String government;
    private final Outline outline;
    private final double west;
    private final double north;
    private final double stretch;
    private final double scale;
    private final int height;
    private final List<double[]> taken = new ArrayList<>();

    /** A place on the ground, in degrees. @param name shown where there is room; "" none */
    public record Spot(String name, double longitude, double latitude) {}

    private RegisterMap(String government, double west, double east, double south, double north) {
        this.government = government;
        outline = Outline.of(government);
        stretch = Math.cos(Math.toRadians((north + south) / 2));
        double wide = Math.max(KM_MIN, (east - west) * KM_PER_DEGREE * stretch);
        double tall = Math.max(KM_MIN, (north - south) * KM_PER_DEGREE);
        double roomy = 1 + 2 * ROOM;
        scale = Math.min(WIDTH / (wide * roomy), HEIGHT_MAX / (tall * roomy));
        height = (int) Math.ceil(tall * roomy * scale);
        this.west = (east + west) / 2 - WIDTH / scale / 2 / (KM_PER_DEGREE * stretch);
        this.north = (north + south) / 2 + height / scale / 2 / KM_PER_DEGREE;
    }

    /** @param spots at least one: the map is as large as they need */
    public static RegisterMap around(String government, Collection<Spot> spots) {
        var longitudes = spots.stream().mapToDouble(Spot::longitude).summaryStatistics();
        var latitudes = spots.stream().mapToDouble(Spot::latitude).summaryStatistics();
        return new RegisterMap(
                government, longitudes.getMin(), longitudes.getMax(), latitudes.getMin(), latitudes.getMax());
    }

    public double x(double longitude) {
        return (longitude - west) * KM_PER_DEGREE * stretch * scale;
    }

    public double y(double latitude) {
        return (north - latitude) * KM_PER_DEGREE * scale;
    }

    /**
     * The ground. The figure stays open: marks follow, then {@link #close}.
     *
     * @param label what the map shows, for those who do not see it; @param names of districts, the more important first
     */
    public String open(String label, List<Spot> names) {
        var out = new StringBuilder(
                "<figure class=\"map\"><svg viewBox=\"0 0 %d %d\" width=\"100%%\" role=\"group\" aria-label=\"%s\">"
                        .formatted(WIDTH, height, Typed.html(label)));
        out.append("<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>"
                .formatted(outline.rings().isEmpty() ? "#f8f8fb" : "#e1edf8"));
        for (var ring : outline.rings()) land(ring, out);
        grid(out);
        taken.clear();
        taken.add(new double[] {WIDTH - 40, 0, WIDTH, 60});
        taken.add(new double[] {0, height - 30, 190, height});
        for (var name : names) name(name.name(), name.longitude(), name.latitude(), "#1a1a1c", out);
        for (var ring : largest())
            if (!government.startsWith(ring.code())) {
                var middle = ring.middle();
                name(ring.name(), middle.longitude(), middle.latitude(), "#5a5a66", out);
            }
        for (var water : outline.waters()) name(water.text(), water.longitude(), water.latitude(), "#2a5b8c", out);
        return out.append(north()).append(bar()).toString();
    }

    /** @param legend what the marks mean */
    public String close(String legend) {
        var source = outline.rings().isEmpty() ? "" : "。陸地は略図（国土数値情報 行政区域データから作成）で、測るためのものではありません";
        return "</svg><figcaption>%s　上が北%s</figcaption></figure>".formatted(legend, source);
    }

    private boolean isPrefecture() {
        return government.startsWith("000", 2);
    }

    /** A designated city (xx1y0) consists of its wards (xx1y1 …). */
    private boolean isOwn(Ring ring) {
        if (ring.isBeyond()) return false;
        if (isPrefecture() || government.startsWith(ring.code())) return true;
        return government.charAt(2) == '1'
                && government.charAt(4) == '0'
                && ring.code().startsWith(government.substring(0, 4));
    }

    private boolean isSeen(Ring ring) {
        return x(ring.east()) > 0 && x(ring.west()) < WIDTH && y(ring.south()) > 0 && y(ring.north()) < height;
    }

    private void land(Ring ring, StringBuilder out) {
        if (!isSeen(ring)) return;
        var points = new StringBuilder();
        double lastX = Double.NaN;
        double lastY = Double.NaN;
        for (int i = 0; i < ring.longitudes().length; i++) {
            double x = x(ring.longitudes()[i]);
            double y = y(ring.latitudes()[i]);
            if (Math.hypot(x - lastX, y - lastY) < 1.5) continue;
            points.append(text(x)).append(',').append(text(y)).append(' ');
            lastX = x;
            lastY = y;
        }
        var fill = isOwn(ring) ? "#ffffff" : "#f3f3ee";
        var line = ring.isBeyond() ? "none" : "#8b8b95";
        out.append("<polygon points=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
                .formatted(points.toString().strip(), fill, line));
    }

    /** Each municipality's largest piece that is seen carries its name. */
    private List<Ring> largest() {
        var seen = new java.util.LinkedHashMap<String, Ring>();
        for (var ring : outline.rings())
            if (!ring.isBeyond() && isSeen(ring)) seen.merge(ring.code(), ring, (a, b) -> size(a) >= size(b) ? a : b);
        return List.copyOf(seen.values());
    }

    private static double size(Ring ring) {
        return (ring.east() - ring.west()) * (ring.north() - ring.south());
    }

    private void grid(StringBuilder out) {
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0; i--)
            if (STEPS[i] * KM_PER_DEGREE * stretch * scale >= 110) step = STEPS[i];
        var lines = new StringBuilder();
        var words = new StringBuilder();
        for (double at = Math.ceil(west / step) * step; x(at) < WIDTH; at += step) {
            lines.append("M%s 0v%d".formatted(text(x(at)), height));
            if (x(at) < WIDTH - 80) words.append(small(x(at) + 3, 13, degrees(at, step)));
        }
        for (double at = Math.floor(north / step) * step; y(at) < height; at -= step) {
            lines.append("M0 %sh%d".formatted(text(y(at)), WIDTH));
            if (y(at) > 20) words.append(small(3, y(at) - 3, degrees(at, step)));
        }
        out.append("<path d=\"%s\" stroke=\"#c9c9d1\" stroke-dasharray=\"2 4\"/>".formatted(lines))
                .append(words);
    }

    private static String degrees(double at, double step) {
        return String.format(Locale.ROOT, step < 0.1 ? "%.2f°" : step < 1 ? "%.1f°" : "%.0f°", at);
    }

    private static String small(double x, double y, String text) {
        return "<text x=\"%s\" y=\"%s\" font-size=\"12\" fill=\"#5a5a66\">%s</text>".formatted(text(x), text(y), text);
    }

    /** Only where no other name stands. */
    private void name(String name, double longitude, double latitude, String colour, StringBuilder out) {
        if (name.isEmpty() || taken.size() > NAMES_MAX) return;
        double half = name.length() * TEXT / 2.0;
        double x = x(longitude);
        double y = y(latitude) - ABOVE;
        var box = new double[] {x - half - 4, y - TEXT - 4, x + half + 4, y + 8};
        if (box[0] < 0 || box[1] < 16 || box[2] > WIDTH || box[3] > height) return;
        for (var other : taken)
            if (box[0] < other[2] && box[2] > other[0] && box[1] < other[3] && box[3] > other[1]) return;
        taken.add(box);
        out.append(
                "<text x=\"%s\" y=\"%s\" font-size=\"%d\" text-anchor=\"middle\" fill=\"%s\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">%s</text>"
                        .formatted(text(x), text(y), TEXT, colour, Typed.html(name)));
    }

    private static String north() {
        return "<path d=\"M%1$d 8l8 22l-8-5l-8 5z\" fill=\"#1a1a1c\"/><text x=\"%1$d\" y=\"48\" font-size=\"16\" text-anchor=\"middle\" fill=\"#1a1a1c\">北</text>"
                .formatted(WIDTH - 22);
    }

    /** A bar of 1, 2, 5, 10 … km. */
    private String bar() {
        double km = 0.1;
        for (double step : new double[] {0.2, 0.5, 1, 2, 5, 10, 20, 50}) if (step * scale <= 130) km = step;
        double length = km * scale;
        return "<path d=\"M12 %dv6h%sv-6\" fill=\"none\" stroke=\"#1a1a1c\" stroke-width=\"2\"/><text x=\"%s\" y=\"%d\" font-size=\"16\" fill=\"#1a1a1c\" stroke=\"#fff\" stroke-width=\"3\" paint-order=\"stroke\">%s km</text>"
                .formatted(
                        height - 16,
                        text(length),
                        text(length + 18),
                        height - 8,
                        km < 1 ? String.valueOf(km) : String.valueOf((int) km));
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
