package noroshi.standards.jma;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** VXKOii: the kind and the areas stand in the headline, the texts in the body. */
final class RiverFloodReader {
    private RiverFloodReader() {}

    static RiverFlood riverFlood(Node headline, Node body) {
        Kind kind = Areas.kind(section(headline).get("Kind"));
        SeverityTable.Row row = SeverityTable.find("VXKOii", kind);
        List<Node> items = body.list("Warning", "Item");
        return new RiverFlood(
                areas(headline, "予報区域", AreaType.RIVER_SECTION)
                        .findFirst()
                        .orElseThrow(() -> headline.unreadable("予報区域", null)),
                areas(headline, "河川", AreaType.RIVER).toList(),
                areas(headline, "府県予報区等", AreaType.FORECAST_PREFECTURE).toList(),
                kind,
                row.severity(),
                row.level(),
                items.stream()
                        .filter(RiverFloodReader::isMainText)
                        .map(RiverFloodReader::message)
                        .toList(),
                items.stream()
                        .filter(item -> !isMainText(item))
                        .flatMap(RiverFloodReader::flooded)
                        .toList(),
                texts(body));
    }

    private static Node section(Node headline) {
        return headline.list("Information").stream()
                .filter(i -> i.attribute("type").endsWith("（予報区域）"))
                .findFirst()
                .orElseGet(() -> headline.get("Information"))
                .get("Item");
    }

    private static Stream<Area> areas(Node headline, String granularity, AreaType type) {
        return headline.list("Information").stream()
                .filter(i -> i.attribute("type").endsWith("（" + granularity + "）"))
                .flatMap(i -> i.list("Item", "Areas", "Area").stream())
                .map(area -> Areas.area(type, area));
    }

    private static boolean isMainText(Node item) {
        return item.text("Kind", "Property", "Type").equals("主文");
    }

    private static FloodMessage message(Node item) {
        return new FloodMessage(
                item.text("Kind", "Property", "Text"),
                item.list("Areas", "Area").stream()
                        .map(area -> Areas.area(AreaType.RIVER, area))
                        .toList(),
                item.list("Stations", "Station").stream()
                        .map(s -> new Gauge(Areas.area(AreaType.GAUGE, s), s.text("Location")))
                        .toList());
    }

    private static Stream<FloodedArea> flooded(Node item) {
        Kind kind = Areas.kind(item.get("Kind"));
        return item.list("Areas", "Area").stream()
                .map(area -> new FloodedArea(
                        kind,
                        Areas.area(AreaType.GAUGE, area),
                        area.text("Prefecture"),
                        new Area(AreaType.MUNICIPALITY, area.text("CityCode"), area.text("City")),
                        districts(area.text("SubCityList"))));
    }

    private static List<String> districts(String list) {
        return list.equals("-") ? List.of() : HeadReader.words(list);
    }

    private static List<String> texts(Node body) {
        List<String> texts = new ArrayList<>();
        body.list("Notice").forEach(notice -> texts.add(notice.text()));
        body.list("MeteorologicalInfos", "MeteorologicalInfo", "Item", "Kind", "Property", "Text")
                .forEach(text -> texts.add(text.text()));
        body.list("Text").forEach(text -> texts.add(text.text()));
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
