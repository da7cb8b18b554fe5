package noroshi.damage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import noroshi.site.RegisterMap;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/** The map as SVG of our own, on the ground that all registers share. Shape tells the state as well as colour. */
final class DamageMap {

    private static final int SHARING = 20;
    /** More marks than that hide each other; the lists and the data hold all. */
    private static final int MARKS_MAX = 2_000;

    private final String government;
    private final List<Damage> damages;
    private final int hidden;

    DamageMap(String government, List<Damage> damages) {
        this.government = government;
        var placed =
                damages.stream().filter(one -> one.subject().position() != null).toList();
        this.damages = placed.size() <= MARKS_MAX
                ? placed
                : placed.stream()
                        .filter(one -> !one.state().isRestored())
                        .limit(MARKS_MAX)
                        .toList();
        this.hidden = placed.size() - this.damages.size();
    }

    SourceSheet page() {
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always("印を選ぶと、その被害のページが開きます。同じ内容は[文字の一覧](/damage/)でもご覧いただけます。\n\n"));
        if (hidden > 0)
            sections.add(
                    Section.Words.always("復旧していないものを%,d件まで示しています。ほか%,d件は一覧にあります。\n\n".formatted(MARKS_MAX, hidden)));
        if (damages.isEmpty()) sections.add(Section.Words.always("位置の登録された被害はありません。\n"));
        else drawing(sections);
        sections.add(Section.Words.always("\n[被害・復旧](/damage/)　[GeoJSON](/damage/damage.geojson)\n"));
        return SourceSheet.of(government, "/damage/map", "被害・復旧の地図", sections);
    }

    private void drawing(List<Section> sections) {
        var map = RegisterMap.around(
                government, damages.stream().map(DamageMap::spot).toList());
        sections.add(new Section.Markup(
                map.open("被害の位置を示す地図。文字の一覧は「被害・復旧」のページにあります。", List.of()), "<p>地図は通常版でご覧ください。位置は一覧の住所で確かめられます。</p>"));
        for (int from = 0; from < damages.size(); from += SHARING) {
            var marks = new StringBuilder();
            for (var one : damages.subList(from, Math.min(damages.size(), from + SHARING))) mark(one, map, marks);
            sections.add(new Section.Markup(marks.toString(), ""));
        }
        sections.add(new Section.Markup(map.close("■：停止・通行止め　▲：一部・規制　◇：確認中　○：復旧"), ""));
    }

    private static RegisterMap.Spot spot(Damage one) {
        var position = Objects.requireNonNull(one.subject().position());
        return new RegisterMap.Spot(
                "", position.longitude().doubleValue(), position.latitude().doubleValue());
    }

    private static void mark(Damage one, RegisterMap map, StringBuilder out) {
        var spot = spot(one);
        var title = "%s：%s".formatted(one.subject().name(), one.says());
        // In reach of a pointer only: by keyboard and by ear the lists are the better way.
        out.append("<a href=\"%d\" tabindex=\"-1\"><title>%s</title>%s</a>"
                .formatted(
                        one.id(),
                        Words.html(title),
                        shape(one.state(), map.x(spot.longitude()), map.y(spot.latitude()))));
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
