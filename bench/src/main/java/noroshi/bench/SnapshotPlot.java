package noroshi.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Four small bar charts side by side, one figure each, with the promised limit as a line. */
final class SnapshotPlot {

    private static final int PANEL_WIDTH = 210;
    private static final int PANEL_HEIGHT = 240;
    private static final int BASE = 190;
    private static final int TOP = 50;
    private static final int BAR_WIDTH = 40;

    private record Panel(String title, String unit, double limit, ToDoubleFunction<SnapshotFigures> figure) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("ready after a start", "ms", 2_000, one -> one.readyMs().percentile(0.5)),
            new Panel("anonymous memory", "MB", 300, SnapshotFigures::anonymousMb),
            new Panel("publish → visible, p99", "ms", 1_000, one -> one.publishMs()
                    .percentile(0.99)),
            new Panel("banner on all pages, max", "ms", 1_000, one -> one.bannerMs()
                    .max()));

    private SnapshotPlot() {}

    static String svg(List<SnapshotFigures> all) {
        int width = PANEL_WIDTH * PANELS.size();
        var svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img" aria-label="What 1,000 to 100,000 pages cost a beacon">
                <rect width="100%%" height="100%%" fill="#ffffff"/>
                """.formatted(width, PANEL_HEIGHT));
        for (int i = 0; i < PANELS.size(); i++) panel(svg, PANELS.get(i), i * PANEL_WIDTH, all);
        return svg.append("</svg>\n").toString();
    }

    private static void panel(StringBuilder svg, Panel panel, int left, List<SnapshotFigures> all) {
        double most = Math.max(
                panel.limit, all.stream().mapToDouble(panel.figure).max().orElse(1));
        text(svg, left + PANEL_WIDTH / 2, 20, "middle", "#1a1a1a", panel.title + " (" + panel.unit + ")");
        double line = height(panel.limit, most);
        svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#b3261e\" stroke-dasharray=\"4 3\"/>%n"
                .formatted(left + 20, left + PANEL_WIDTH - 15, line, line));
        text(
                svg,
                left + PANEL_WIDTH - 15,
                (int) line - 5,
                "end",
                "#b3261e",
                String.format(Locale.ROOT, "promised: %,.0f", panel.limit));
        for (int i = 0; i < all.size(); i++) bar(svg, all.get(i), panel, left + 25 + i * 60, most);
        svg.append("<line x1=\"%d\" x2=\"%d\" y1=\"%d\" y2=\"%d\" stroke=\"#555\"/>%n"
                .formatted(left + 20, left + PANEL_WIDTH - 15, BASE, BASE));
    }

    private static void bar(StringBuilder svg, SnapshotFigures one, Panel panel, int x, double most) {
        double value = panel.figure.applyAsDouble(one);
        double y = height(value, most);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%.1f\" width=\"%d\" height=\"%.1f\" fill=\"#1f5f8b\"/>%n",
                x,
                y,
                BAR_WIDTH,
                BASE - y));
        text(svg, x + BAR_WIDTH / 2, (int) y - 4, "middle", "#1a1a1a", String.format(Locale.ROOT, "%,.0f", value));
        text(svg, x + BAR_WIDTH / 2, BASE + 18, "middle", "#1a1a1a", String.format(Locale.ROOT, "%,d", one.pages()));
    }

    private static double height(double value, double most) {
        return BASE - (BASE - TOP) * value / most;
    }

    private static void text(StringBuilder svg, int x, int y, String anchor, String colour, String words) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n"
                .formatted(x, y, anchor, colour, words));
    }
}
