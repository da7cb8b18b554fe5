package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import noroshi.care.Checkup;

/** How findings became more or fewer: stacked bars as numbers for an SVG, 720 wide and 200 high. It repeats what the table beside it says. */
public record CareChart(List<Bar> bars, List<ViewChart.Line> lines) {

    public static final int WIDTH = 720;
    public static final int HEIGHT = 200;
    private static final int LEFT = 56;
    private static final int TOP = 12;
    private static final int BOTTOM = 28;
    private static final int STEPS = 4;
    private static final double BAR_WIDTH_MAX = 48;

    /** @param errors height of the lower piece; @param warnings of the upper one */
    public record Bar(double x, double width, double errors, double warnings, String label, String title) {
        public double middle() {
            return x + width / 2;
        }

        public double errorsTop() {
            return HEIGHT - BOTTOM - errors;
        }

        public double warningsTop() {
            return errorsTop() - warnings;
        }
    }

    static CareChart of(List<Checkup.Point> points) {
        long most = points.stream()
                .mapToLong(point -> (long) point.errors() + point.warnings())
                .max()
                .orElse(0);
        long top = ViewChart.ceiling(most);
        double height = HEIGHT - TOP - BOTTOM;
        double step = (double) (WIDTH - LEFT) / Math.max(1, points.size());
        double width = Math.min(BAR_WIDTH_MAX, step * 0.7);
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < points.size(); i++) {
            var point = points.get(i);
            bars.add(new Bar(
                    rounded(LEFT + i * step + (step - width) / 2),
                    rounded(width),
                    rounded(height * point.errors() / top),
                    rounded(height * point.warnings() / top),
                    Moments.monthAndDay(point.at()),
                    "%s エラー%,d件 注意%,d件".formatted(Moments.day(point.at()), point.errors(), point.warnings())));
        }
        var lines = new ArrayList<ViewChart.Line>();
        for (int i = 0; i <= STEPS; i++)
            lines.add(new ViewChart.Line(
                    rounded(HEIGHT - BOTTOM - height * i / STEPS), "%,d".formatted(top * i / STEPS)));
        return new CareChart(List.copyOf(bars), List.copyOf(lines));
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
