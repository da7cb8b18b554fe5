package noroshi.damage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import noroshi.platform.CsvLines;
import noroshi.platform.Time;
import noroshi.site.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A government's damage for other programs. Files are pieces of a few each, so that one changed fact changes one piece. */
final class DamageFiles {

    private static final int SHARING = 25;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String government;
    private final String name;
    private final String base;
    private final List<Damage> damages;

    /** @param base address of the government's site, without a slash at the end */
    DamageFiles(String government, String name, String base, List<Damage> damages) {
        this.government = government;
        this.name = name;
        this.base = base;
        this.damages = damages;
    }

    List<SourceFile> all() {
        return List.of(
                SourceFile.of(government, "/damage/damage.csv", "text/csv; charset=utf-8", csv()),
                SourceFile.of(
                        government,
                        "/damage/damage.json",
                        "application/json",
                        members("{\"damage\":[", one -> JSON.writeValueAsString(object(one)))),
                SourceFile.of(
                        government,
                        "/damage/damage.geojson",
                        "application/geo+json",
                        members(
                                "{\"type\":\"FeatureCollection\",\"features\":[",
                                one -> JSON.writeValueAsString(feature(one)))));
    }

    private List<String> csv() {
        var out = new CsvLines();
        out.row(
                "全国地方公共団体コード",
                "地方公共団体名",
                "ID",
                "種類",
                "名称",
                "管理者・事業者",
                "地区",
                "住所",
                "緯度",
                "経度",
                "状況",
                "復旧率",
                "復旧の見込み",
                "影響",
                "単位",
                "被害の内容",
                "時点",
                "情報源",
                "次回更新",
                "URL");
        var pieces = new ArrayList<String>();
        pieces.add(out.take());
        for (int from = 0; from < damages.size(); from += SHARING) {
            some(from).forEach(one -> row(one, out));
            pieces.add(out.take());
        }
        return pieces;
    }

    private void row(Damage one, CsvLines out) {
        var subject = one.subject();
        var position = subject.position();
        var told = one.told();
        out.row(
                government,
                name,
                one.id(),
                subject.kind().japanese(),
                subject.name(),
                subject.operator(),
                subject.district(),
                subject.address(),
                position == null ? null : Position.plain(position.latitude()),
                position == null ? null : Position.plain(position.longitude()),
                one.says(),
                told.percent(),
                told.forecast(),
                told.affected(),
                told.affected() == null ? null : subject.kind().unit(),
                told.extent(),
                Time.written(told.at()),
                told.source(),
                Time.written(told.nextUpdate()),
                base + one.path());
    }

    private List<String> members(String head, Function<Damage, String> member) {
        var pieces = new ArrayList<String>();
        pieces.add(head + "\n");
        for (int from = 0; from < damages.size(); from += SHARING)
            pieces.add(some(from).stream().map(member).collect(Collectors.joining(",\n", from == 0 ? "" : ",", "\n")));
        pieces.add("]}\n");
        return pieces;
    }

    private List<Damage> some(int from) {
        return damages.subList(from, Math.min(damages.size(), from + SHARING));
    }

    private Map<String, Object> object(Damage one) {
        var subject = one.subject();
        var told = one.told();
        var object = new LinkedHashMap<String, Object>();
        object.put("government", government);
        object.put("id", one.id());
        object.put("kind", subject.kind().code());
        object.put("name", subject.name());
        object.put("operator", subject.operator());
        object.put("district", subject.district());
        object.put("address", subject.address());
        object.put("state", one.state().name().toLowerCase(java.util.Locale.ROOT));
        object.put("says", one.says());
        put(object, "restoredPercent", told.percent());
        put(
                object,
                "restoredBy",
                told.forecast() == null ? null : told.forecast().toString());
        put(object, "affected", told.affected());
        if (told.affected() != null) object.put("unit", subject.kind().unit());
        object.put("extent", told.extent());
        object.put("asOf", told.at().toString());
        object.put("source", told.source());
        put(
                object,
                "nextUpdate",
                told.nextUpdate() == null ? null : told.nextUpdate().toString());
        object.put("url", base + one.path());
        return object;
    }

    private static void put(Map<String, Object> object, String name, @Nullable Object value) {
        if (value != null) object.put(name, value);
    }

    /** RFC 7946: a feature without a place has the geometry null. */
    private Map<String, @Nullable Object> feature(Damage one) {
        var position = one.subject().position();
        var feature = new LinkedHashMap<String, @Nullable Object>();
        feature.put("type", "Feature");
        feature.put("id", one.id());
        feature.put(
                "geometry",
                position == null
                        ? null
                        : Map.of("type", "Point", "coordinates", List.of(position.longitude(), position.latitude())));
        feature.put("properties", object(one));
        return feature;
    }
}
