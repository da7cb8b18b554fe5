package noroshi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/** The map as SVG of our own, on a grid of kilometres, without tiles from anywhere. Shape tells the state as well as colour. */
final class DamageMap {

    private static final int SHARING = 20;
    private static final int WIDTH = 640;
    private static final int HEIGHT_MAX = 1400;
    private static final int MARGIN = 24;
    private static final double KM_PER_DEGREE = 111.2;

    private final String government;
    private final List<Damage> damages;

    DamageMap(String government, List<Damage> damages) {
        this.government = government;
        this.damages =
                damages.stream().filter(one -> one.subject().position() != null).toList();
    }

    /** @param scale units for each kilometre */
    private record View(double west, double north, double stretch, double scale, int height) {

        double x(Position position) {
            return MARGIN + (position.longitude().doubleValue() - west) * KM_PER_DEGREE * stretch * scale;
        }

        double y(Position position) {
            return MARGIN + (north - position.latitude().doubleValue()) * KM_PER_DEGREE * scale;
        }
    }

    SourceSheet page() {
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always("印を選ぶと、その被害のページが開きます。同じ内容は[文字の一覧](/damage/)でもご覧いただけます。\n\n"));
        if (damages.isEmpty()) sections.add(Section.Words.always("位置の登録された被害はありません。\n"));
        else drawing(view(), sections);
        sections.add(Section.Words.always("\n[被害・復旧](/damage/)　[GeoJSON](/damage/damage.geojson)\n"));
        return SourceSheet.of(government, "/damage/map", "被害・復旧の地図", sections);
    }

    private View view() {
        double west = 180, east = 0, south = 90, north = 0;
        for (var one : damages) {
            var position = Objects.requireNonNull(one.subject().position());
            west = Math.min(west, position.longitude().doubleValue());
            east = Math.max(east, position.longitude().doubleValue());
            south = Math.min(south, position.latitude().doubleValue());
            north = Math.max(north, position.latitude().doubleValue());
        }
        double stretch = Math.cos(Math.toRadians((north + south) / 2));
        double wide = Math.max(0.5, (east - west) * KM_PER_DEGREE * stretch);
        double tall = Math.max(0.5, (north - south) * KM_PER_DEGREE);
        double scale = Math.min((WIDTH - 2 * MARGIN) / wide, (HEIGHT_MAX - 2 * MARGIN) / tall);
        return new View(west, north, stretch, scale, (int) Math.ceil(tall * scale) + 2 * MARGIN + 24);
    }

    private void drawing(View view, List<Section> sections) {
        sections.add(new Section.Markup(
                """
                <figure class="map"><svg viewBox="0 0 %d %d" width="100%%" role="img" aria-label="被害の位置を示す地図。文字の一覧は「被害・復旧」のページにあります。"><rect width="100%%" height="100%%" fill="#f8f8fb"/>%s""".formatted(WIDTH, view.height(), scale(view)), "<p>地図は通常版でご覧ください。位置は一覧の住所で確かめられます。</p>"));
        for (int from = 0; from < damages.size(); from += SHARING) {
            var marks = new StringBuilder();
            for (var one : damages.subList(from, Math.min(damages.size(), from + SHARING))) mark(one, view, marks);
            sections.add(new Section.Markup(marks.toString(), ""));
        }
        sections.add(
                new Section.Markup("</svg><figcaption>■：停止・通行止め　▲：一部・規制　◇：確認中　○：復旧　上が北</figcaption></figure>", ""));
    }

    /** A bar of 1, 2, 5, 10 … km. */
    private static String scale(View view) {
        double km = 0.1;
        for (double step : new double[] {0.2, 0.5, 1, 2, 5, 10, 20, 50}) if (step * view.scale() <= 160) km = step;
        double length = km * view.scale();
        int y = view.height() - 10;
        return String.format(
                Locale.ROOT,
                "<path d=\"M%d %dv5h%.1fv-5\" fill=\"none\" stroke=\"#333\" stroke-width=\"2\"/><text x=\"%.1f\" y=\"%d\" font-size=\"14\" fill=\"#333\">%s km</text>",
                MARGIN,
                y - 5,
                length,
                MARGIN + length + 6,
                y,
                km < 1 ? String.valueOf(km) : String.valueOf((int) km));
    }

    private static void mark(Damage one, View view, StringBuilder out) {
        var position = Objects.requireNonNull(one.subject().position());
        var title = "%s：%s".formatted(one.subject().name(), one.says());
        // In reach of a pointer only: by keyboard and by ear the lists are the better way.
        out.append("<a href=\"%d\" tabindex=\"-1\"><title>%s</title>%s</a>"
                .formatted(one.id(), Words.html(title), shape(one.state(), view.x(position), view.y(position))));
    }

    private static String shape(State state, double x, double y) {
        return switch (state) {
            case STOPPED ->
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.1fh13v13h-13z\" fill=\"#c1121f\" stroke=\"#fff\"/>",
                        x - 6.5,
                        y - 6.5);
            case PARTIAL ->
                String.format(
                        Locale.ROOT, "<path d=\"M%.1f %.1fl8 14h-16z\" fill=\"#b25b00\" stroke=\"#fff\"/>", x, y - 8);
            case CHECKING ->
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.1fl8 8l-8 8l-8-8z\" fill=\"#fff\" stroke=\"#626264\" stroke-width=\"2\"/>",
                        x,
                        y - 8);
            case RESTORED ->
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#fff\" stroke=\"#197a4b\" stroke-width=\"2\"/>",
                        x,
                        y);
        };
    }
}
