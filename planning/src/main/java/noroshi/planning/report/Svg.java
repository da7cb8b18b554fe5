package noroshi.planning.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A picture, drawn from back to front. Lengths are in pixels; every picture has a title and says in words what it shows. */
public final class Svg {

    private final StringBuilder body = new StringBuilder();
    private final String head;

    public Svg(int width, int height, String title, String description) {
        head = """
                <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-labelledby="t d" font-family="'Noto Sans JP','Noto Sans CJK JP',sans-serif" font-size="12">
                <title id="t">%s</title><desc id="d">%s</desc>
                <rect width="%d" height="%d" fill="#ffffff"/>
                """.formatted(width, height, width, height, escaped(title), escaped(description), width, height);
    }

    public Svg rect(double x, double y, double width, double height, String fill) {
        return add("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>", x, y, width, height, fill);
    }

    public Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
        return add(
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"/>",
                x1, y1, x2, y2, stroke, width);
    }

    /** @param dashes e.g. {@code 4 3}; empty: drawn through */
    public Svg polyline(List<double[]> points, String stroke, double width, String dashes) {
        return add(
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\"%s/>",
                points(points), stroke, width, dashes.isEmpty() ? "" : " stroke-dasharray=\"" + escaped(dashes) + "\"");
    }

    public Svg polygon(List<double[]> points, String fill, double opacity) {
        return add("<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"%s\"/>", points(points), fill, opacity);
    }

    public Svg circle(double x, double y, double radius, String fill, String stroke) {
        return add("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>", x, y, radius, fill, stroke);
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    public Svg text(double x, double y, String anchor, int size, String fill, String text) {
        return add(
                "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\" font-size=\"%s\" fill=\"%s\">"
                        + escaped(text).replace("%", "%%") + "</text>",
                x,
                y,
                anchor,
                size,
                fill);
    }

    private Svg add(String element, Object... values) {
        var shown = new Object[values.length];
        for (int i = 0; i < values.length; i++)
            shown[i] = values[i] instanceof Double number ? number(number) : values[i];
        body.append(element.formatted(shown)).append('\n');
        return this;
    }

    private static String points(List<double[]> points) {
        return points.stream()
                .map(point -> number(point[0]) + "," + number(point[1]))
                .collect(Collectors.joining(" "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return head + body + "</svg>\n";
    }
}
