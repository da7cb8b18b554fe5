package noroshi.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * A chart of stacked bars as numbers for an SVG: 720 wide, 240 high, the origin at the top left. It only repeats what the table
 * beside it says.
 */
public record ViewChart(List<Bar> bars, List<Line> lines) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 240;
    static final int LEFT = 56;
    static final int TOP = 12;
    static final int BOTTOM = 28;
    private static final int STEPS = 4;
    private static final int LABELS_MAX = 12;

    /** @param label under the bar; "" where there is no room */
    public record Bar(double x, double width, List<Piece> pieces, String label, String title) {
        public double middle() {
            return x + width / 2;
        }
    }

    /** @param kind full, lite or text */
    public record Piece(String kind, double y, double height) {}

    /** A line across, with its number at the left. */
    public record Line(double y, String label) {}

    static ViewChart of(List<ViewBoard.Row> rows) {
        long most = rows.stream().mapToLong(ViewBoard.Row::all).max().orElse(0);
        long top = ceiling(most);
        double height = HEIGHT - TOP - BOTTOM;
        double step = (double) (WIDTH - LEFT) / Math.max(1, rows.size());
        int every = (rows.size() + LABELS_MAX - 1) / LABELS_MAX;
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var pieces = new ArrayList<Piece>();
            double y = HEIGHT - BOTTOM;
            y = add(pieces, "full", row.full(), y, height / top);
            y = add(pieces, "lite", row.lite(), y, height / top);
            add(pieces, "text", row.text(), y, height / top);
            bars.add(new Bar(
                    rounded(LEFT + i * step + step * 0.15),
                    rounded(step * 0.7),
                    List.copyOf(pieces),
                    (rows.size() - 1 - i) % every == 0 ? row.label() : "",
                    "%s %,d回".formatted(row.when(), row.all())));
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i <= STEPS; i++)
            lines.add(new Line(rounded(HEIGHT - BOTTOM - height * i / STEPS), "%,d".formatted(top * i / STEPS)));
        return new ViewChart(List.copyOf(bars), List.copyOf(lines));
    }

    private static double add(List<Piece> pieces, String kind, long views, double from, double perView) {
        if (views == 0) return from;
        double y = from - views * perView;
        pieces.add(new Piece(kind, rounded(y), rounded(from - y)));
        return y;
    }

    /** The next round number that four lines divide: 4, 8, 20, 40, 80, 200 … */
    static long ceiling(long most) {
        long unit = 1;
        while (true) {
            for (long factor : new long[] {4, 8, 20}) if (most <= factor * unit) return factor * unit;
            unit *= 10;
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
