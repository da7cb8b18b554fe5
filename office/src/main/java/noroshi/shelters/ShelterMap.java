package noroshi.shelters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import noroshi.site.RegisterMap;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;

/**
 * The map as SVG of our own: where shelters lie, on the ground that all registers share. Shape tells the state as
 * well as colour. Neighbours in the list share a fragment.
 */
final class ShelterMap {

    private static final int SHARING = 20;
    /** More marks than that hide each other, and weigh more than a poor line carries; the lists and the data hold all. */
    private static final int MARKS_MAX = 2_000;

    private final String government;
    private final List<Shelter> shelters;

    ShelterMap(String government, List<Shelter> shelters) {
        this.government = government;
        this.shelters =
                shelters.stream().filter(one -> one.master().position() != null).toList();
    }

    SourceSheet page() {
        var sections = new ArrayList<Section>();
        sections.add(Section.Words.always("""
                印を選ぶと、その避難所のページが開きます。同じ内容は[文字の一覧](/shelters/)でもご覧いただけます。

                """));
        if (shelters.isEmpty()) sections.add(Section.Words.always("位置の登録された避難所がありません。\n"));
        else drawing(sections);
        sections.add(Section.Words.always(
                "\n[開設している避難所](/shelters/)　[近い順](/shelters/nearest)　[GeoJSON](/shelters/shelters.geojson)\n"));
        return SourceSheet.of(government, "/shelters/map", "避難所の地図", sections);
    }

    private void drawing(List<Section> sections) {
        var map = RegisterMap.around(
                government, shelters.stream().map(ShelterMap::spot).toList());
        sections.add(new Section.Markup(
                map.open("避難所の位置を示す地図。文字の一覧は「開設している避難所」のページにあります。", districts()),
                "<p>地図は通常版でご覧ください。位置は一覧の住所で確かめられます。</p>"));
        // Those that take people lie on top.
        var order = new ArrayList<>(shelters);
        order.sort(Comparator.comparing(one -> one.state().takesPeople()));
        if (order.size() > MARKS_MAX) {
            order.subList(0, order.size() - MARKS_MAX).clear();
            sections.addFirst(Section.Words.always(
                    "%,d か所のうち%,d か所を、開設しているものから順に示しています。\n\n".formatted(shelters.size(), MARKS_MAX)));
        }
        for (int from = 0; from < order.size(); from += SHARING) {
            var marks = new StringBuilder();
            for (var one : order.subList(from, Math.min(order.size(), from + SHARING))) mark(one, map, marks);
            sections.add(new Section.Markup(marks.toString(), ""));
        }
        sections.add(new Section.Markup(map.close("●：開設（空きあり・不明）　▲：開設（混雑）　■：定員一杯　○：未開設・閉鎖"), ""));
    }

    private static RegisterMap.Spot spot(Shelter one) {
        var position = Objects.requireNonNull(one.master().position());
        return new RegisterMap.Spot(
                "", position.longitude().doubleValue(), position.latitude().doubleValue());
    }

    /** Each district's name in the middle of its shelters, those with the most first. */
    private List<RegisterMap.Spot> districts() {
        var byDistrict = shelters.stream()
                .filter(one -> !one.master().district().isEmpty())
                .collect(Collectors.groupingBy(one -> one.master().district(), TreeMap::new, Collectors.toList()));
        return byDistrict.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().size()))
                .map(entry -> middle(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static RegisterMap.Spot middle(String name, List<Shelter> some) {
        var spots = some.stream().map(ShelterMap::spot).toList();
        return new RegisterMap.Spot(
                name,
                spots.stream()
                        .mapToDouble(RegisterMap.Spot::longitude)
                        .average()
                        .orElseThrow(),
                spots.stream().mapToDouble(RegisterMap.Spot::latitude).average().orElseThrow());
    }

    private static void mark(Shelter one, RegisterMap map, StringBuilder out) {
        var spot = spot(one);
        double x = map.x(spot.longitude());
        double y = map.y(spot.latitude());
        var title = "%s：%s".formatted(one.master().name(), one.state().japanese());
        // In reach of a pointer only: by keyboard and by ear the lists are the better way.
        out.append("<a href=\"%d\" tabindex=\"-1\"><title>%s</title>%s</a>"
                .formatted(one.id(), Words.html(title), shape(one, x, y)));
    }

    private static String shape(Shelter one, double x, double y) {
        var report = one.report();
        if (report == null || !one.state().takesPeople())
            return String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\" fill=\"#fff\" stroke=\"#626264\" stroke-width=\"2\"/>",
                    x,
                    y);
        return switch (report.told().crowding()) {
            case FREE, UNKNOWN ->
                String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"7\" fill=\"#197a4b\" stroke=\"#fff\"/>",
                        x,
                        y);
            case CONGESTED ->
                String.format(
                        Locale.ROOT, "<path d=\"M%.1f %.1fl8 14h-16z\" fill=\"#b25b00\" stroke=\"#fff\"/>", x, y - 8);
            case FULL ->
                String.format(
                        Locale.ROOT,
                        "<path d=\"M%.1f %.1fh13v13h-13z\" fill=\"#c1121f\" stroke=\"#fff\"/>",
                        x - 6.5,
                        y - 6.5);
        };
    }
}
