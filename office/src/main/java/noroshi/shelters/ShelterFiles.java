package noroshi.shelters;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.platform.Time;
import noroshi.site.SourceFile;
import noroshi.standards.opendata.Hazard;
import noroshi.standards.opendata.Json;
import noroshi.standards.opendata.StandardLayout;

/** A government's shelters for other programs. Files are pieces of a few shelters each, so that one changed fact changes one piece. */
final class ShelterFiles {

    private static final int SHARING = 25;
    private static final String CSV = "text/csv; charset=utf-8";

    private final String government;
    private final String governmentName;
    private final String prefecture;
    private final String base;
    private final List<Shelter> shelters;

    /** @param base address of the government's site, without a slash at the end */
    ShelterFiles(String government, String governmentName, String prefecture, String base, List<Shelter> shelters) {
        this.government = government;
        this.governmentName = governmentName;
        this.prefecture = prefecture;
        this.base = base;
        this.shelters = shelters;
    }

    List<SourceFile> all() {
        return List.of(
                file(
                        "/shelters/shelters.csv",
                        CSV,
                        lines(StandardLayout.HEADING, one -> StandardLayout.line(standard(one)))),
                file("/shelters/status.csv", CSV, lines(status(), this::status)),
                file(
                        "/shelters/shelters.json",
                        "application/json",
                        members("{\"shelters\":[", "]}\n", one -> Json.write(object(one)))),
                file(
                        "/shelters/shelters.geojson",
                        "application/geo+json",
                        members(
                                "{\"type\":\"FeatureCollection\",\"features\":[",
                                "]}\n",
                                one -> Json.write(feature(one)))));
    }

    /** For the telephone of a shelter's staff: this one alone. */
    SourceFile one(Shelter shelter) {
        return file(shelter.path() + ".json", "application/json", List.of(Json.write(object(shelter)) + "\n"));
    }

    private SourceFile file(String path, String type, List<String> texts) {
        return SourceFile.of(government, path, type, texts);
    }

    private List<String> lines(String heading, Function<Shelter, String> line) {
        var pieces = new ArrayList<String>();
        pieces.add("\uFEFF" + heading);
        for (int from = 0; from < shelters.size(); from += SHARING)
            pieces.add(some(from).stream().map(line).collect(Collectors.joining()));
        return pieces;
    }

    private List<String> members(String head, String tail, Function<Shelter, String> member) {
        var pieces = new ArrayList<String>();
        pieces.add(head + "\n");
        for (int from = 0; from < shelters.size(); from += SHARING) {
            var comma = from == 0 ? "" : ",";
            pieces.add(some(from).stream().map(member).collect(Collectors.joining(",\n", comma, "\n")));
        }
        pieces.add(tail);
        return pieces;
    }

    private List<Shelter> some(int from) {
        return shelters.subList(from, Math.min(shelters.size(), from + SHARING));
    }

    private Map<String, String> standard(Shelter one) {
        var master = one.master();
        var position = master.position();
        var cells = new LinkedHashMap<String, String>();
        cells.put("全国地方公共団体コード", government);
        cells.put("ID", own(one));
        cells.put("名称", master.name());
        cells.put("名称_カナ", master.kana());
        cells.put("所在地_全国地方公共団体コード", master.municipality().isEmpty() ? government : master.municipality());
        cells.put("所在地_連結表記", master.address());
        cells.put("所在地_都道府県", prefecture);
        cells.put("所在地_市区町村", governmentName);
        cells.put("所在地_町字", master.district());
        cells.put("建物名等(方書)", master.building());
        cells.put("緯度", position == null ? "" : position.latitude().toPlainString());
        cells.put("経度", position == null ? "" : position.longitude().toPlainString());
        cells.put("標高", master.altitude());
        cells.put("電話番号", master.phone());
        cells.put("市区町村コード", government);
        cells.put("地方公共団体名", governmentName);
        for (var hazard : Hazard.values())
            cells.put(hazard.column(), master.hazards().contains(hazard) ? "1" : "");
        cells.put("指定避難所との重複", master.designation() == noroshi.standards.opendata.Designation.BOTH ? "1" : "");
        cells.put(
                "想定収容人数",
                master.capacity() >= 0 && master.capacityText().isEmpty()
                        ? String.valueOf(master.capacity())
                        : master.capacityText());
        cells.put("対象となる町会・自治会", master.audience());
        cells.put("URL", base + one.path());
        cells.put("備考", master.note());
        return cells;
    }

    /** Its list's number; for a place without one, ours. */
    private static String own(Shelter one) {
        return one.number().isEmpty() ? "noroshi-" + one.id() : one.number();
    }

    private static String status() {
        return "ID,名称,開設状況,避難者数,世帯数,自主避難者数,自主避難世帯数,混雑状況,飲み水,食べ物,医療,ペット,車いす,時点,次回更新,情報源,URL\r\n";
    }

    private String status(Shelter one) {
        var cells = new ArrayList<String>(
                List.of(own(one), one.master().name(), one.state().japanese()));
        var report = one.report();
        if (report == null) for (int i = 0; i < 13; i++) cells.add("");
        else {
            var told = report.told();
            for (var count :
                    new Integer[] {told.people(), told.households(), told.voluntaryPeople(), told.voluntaryHouseholds()
                    }) cells.add(count == null ? "" : count.toString());
            cells.add(told.crowding().japanese());
            for (var need : Need.values()) cells.add(need.says(told.answer(need)));
            cells.add(Time.written(told.at()));
            cells.add(Time.written(told.nextUpdate()));
            cells.add(report.source().japanese());
        }
        cells.add(base + one.path());
        return StandardLayout.csv(cells);
    }

    private Map<String, Object> object(Shelter one) {
        var object = new LinkedHashMap<String, Object>();
        var master = one.master();
        object.put("id", one.id());
        object.put("number", own(one));
        object.put("name", master.name());
        object.put("kana", master.kana());
        object.put("address", master.address());
        object.put("district", master.district());
        object.put("phone", master.phone());
        object.put("designation", master.designation().japanese());
        object.put(
                "hazards",
                master.hazards().stream().sorted().map(Hazard::japanese).toList());
        if (master.capacity() >= 0) object.put("capacity", master.capacity());
        object.put("state", one.state().japanese());
        object.put("open", one.state().takesPeople());
        report(one, object);
        object.put("url", base + one.path());
        return object;
    }

    private static void report(Shelter one, Map<String, Object> object) {
        var report = one.report();
        object.put("report", report == null ? 0 : report.id());
        if (report == null) return;
        var told = report.told();
        put(object, "people", told.people());
        put(object, "households", told.households());
        put(object, "voluntaryPeople", told.voluntaryPeople());
        put(object, "voluntaryHouseholds", told.voluntaryHouseholds());
        object.put("crowding", told.crowding().japanese());
        var needs = new LinkedHashMap<String, Object>();
        told.needs()
                .forEach((need, answer) -> needs.put(need.code(), answer.name().toLowerCase(java.util.Locale.ROOT)));
        object.put("needs", needs);
        object.put("note", told.note());
        object.put("asOf", told.at().toString());
        object.put("source", report.source().japanese());
        Instant next = told.nextUpdate();
        put(object, "nextUpdate", next == null ? null : next.toString());
    }

    private static void put(Map<String, Object> object, String name, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) object.put(name, value);
    }

    private Map<String, Object> feature(Shelter one) {
        var feature = new LinkedHashMap<String, Object>();
        var position = one.master().position();
        feature.put("type", "Feature");
        feature.put("id", one.id());
        feature.put(
                "geometry",
                position == null
                        ? Json.NOTHING
                        : Map.of("type", "Point", "coordinates", List.of(position.longitude(), position.latitude())));
        feature.put("properties", object(one));
        return feature;
    }
}
