package noroshi.standards.opendata;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * SIP4D-ZIP 1.1 of 標準災害情報プロダクト 01-001-01 (避難所), held against the field rules that NIED's checker publishes (VECTOR/01-001-01.json,
 * temp_meta.json): metadata, the columns' meaning, and the shelters as GeoJSON. The same facts give the same bytes.
 */
public final class Sip4dPackage {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");
    private static final String CODE = "01-001-01";

    private Sip4dPackage() {}

    /**
     * @param government 5-digit code; @param mail of who keeps the data; @param test 通常, 訓練 or 試験
     * @param disaster what it is about, e.g. 「平時」
     */
    public record About(
            String government, String governmentName, String mail, String disaster, String test, Instant updated) {}

    /** @param eststts 未開設 開設 閉鎖 常設 不明; @param crowding 空き 混雑 定員一杯 不明; counts null where unknown */
    public record Line(
            String id,
            String eststts,
            Designation designation,
            String name,
            String kana,
            String phone,
            String cityName,
            String address,
            int capacity,
            String crowding,
            @Nullable Integer people,
            @Nullable Integer voluntaryPeople,
            @Nullable Integer households,
            @Nullable Integer voluntaryHouseholds,
            @Nullable Position position) {}

    public static byte[] write(About about, List<Line> lines) {
        var name = "%s_%s".formatted(about.government(), CODE);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            entry(zip, "sip4d_zip_meta.json", Json.write(meta(about, name)));
            entry(zip, name + "_columns.json", Json.write(columns()));
            entry(zip, name + ".geojson", Json.write(features(lines)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        var entry = new ZipEntry(name);
        // A ZIP's clock has no zone: a fixed one, so that nothing but the facts changes the bytes.
        entry.setTimeLocal(LocalDateTime.of(2000, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static Map<String, Object> meta(About about, String name) {
        var stamp = STAMP.format(LocalDateTime.ofInstant(about.updated().truncatedTo(ChronoUnit.SECONDS), JAPAN));
        var meta = new LinkedHashMap<String, Object>();
        meta.put("version", "1.1");
        meta.put("title", about.governmentName() + " 避難所");
        meta.put(
                "ttid",
                UUID.nameUUIDFromBytes(("noroshi " + name).getBytes(StandardCharsets.UTF_8))
                        .toString());
        meta.put("code", CODE);
        meta.put("category", "避難");
        meta.put("tags", List.of("避難", "避難所"));
        meta.put("format", "SIP4D-ZIP");
        meta.put("payload_type", "VECTOR");
        meta.put("updated", stamp);
        meta.put("information_date", stamp);
        meta.put("author", Map.of("name", about.governmentName(), "e-mail", about.mail()));
        meta.put("maintainer", Map.of("name", about.governmentName(), "e-mail", about.mail()));
        meta.put("disaster", Map.of("name", about.disaster()));
        meta.put("lgcode", List.of(about.government()));
        meta.put("openflg", "一般公開可能");
        meta.put("testflg", about.test());
        meta.put("character", "UTF-8");
        meta.put("license_id", "cc-by");
        meta.put("credit", List.of(about.governmentName()));
        meta.put("note", "避難所の開設状況");
        meta.put("entry_num", 1);
        meta.put("entry", List.of(file(name, stamp)));
        return meta;
    }

    private static Map<String, Object> file(String name, String stamp) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("type", "GeoJSON");
        entry.put("title", "避難所情報");
        entry.put("file", name + ".geojson");
        entry.put("updated", stamp);
        return entry;
    }

    private static Map<String, Object> columns() {
        var columns = new ArrayList<Map<String, Object>>();
        column(columns, "id", "ID", "String");
        list(columns, "eststts", "開設状況", "未開設,開設,閉鎖,常設,不明,その他", "notopen,open,close,permanent,unknown,other");
        list(
                columns,
                "division",
                "避難所指定区分",
                "指定避難所,指定緊急避難場所兼避難所,指定緊急避難場所,指定なし",
                "spec_shelter,spec_emg_evacueeplace,assign_emg_shelter,unspecified");
        column(columns, "name", "避難所名", "String");
        column(columns, "namekana", "避難所名かな", "String");
        column(columns, "phoneno", "電話番号", "String");
        column(columns, "cityname", "市区町村名", "String");
        column(columns, "address", "住所", "String");
        column(columns, "capacity", "収容人数", "Integer");
        list(columns, "crowdstts", "混雑状況", "空き,混雑,定員一杯,不明", "free,congestion,full,unknown");
        column(columns, "evacueeno", "避難者数", "Integer");
        column(columns, "sevacueeno", "自主避難者数", "Integer");
        column(columns, "houseno", "避難世帯数", "Integer");
        column(columns, "shouseno", "自主避難世帯数", "Integer");
        var all = new LinkedHashMap<String, Object>();
        all.put("version", "1");
        all.put("code", CODE);
        all.put("num_column", columns.size());
        all.put("columns", columns);
        return all;
    }

    private static Map<String, Object> column(
            List<Map<String, Object>> columns, String name, String words, String type) {
        var column = new LinkedHashMap<String, Object>();
        column.put("name", name);
        column.put("jname", words);
        column.put("connid", name);
        column.put("show", true);
        column.put("type", type);
        columns.add(column);
        return column;
    }

    private static void list(
            List<Map<String, Object>> columns, String name, String words, String values, String attributes) {
        var column = column(columns, name, words, "List");
        var list = List.of(values.split(","));
        column.put("num_key", list.size());
        column.put("key_list", list);
        column.put("value_list", list);
        column.put("conn_attr_list", List.of(attributes.split(",")));
    }

    private static Map<String, Object> features(List<Line> lines) {
        var features = new ArrayList<Object>();
        for (var line : lines) {
            var position = line.position();
            // A package of points: who has none is not in it.
            if (position == null) continue;
            var feature = new LinkedHashMap<String, Object>();
            feature.put("type", "Feature");
            feature.put("properties", properties(line));
            feature.put(
                    "geometry",
                    Map.of("type", "Point", "coordinates", List.of(position.longitude(), position.latitude())));
            features.add(feature);
        }
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return collection;
    }

    private static Map<String, @Nullable Object> properties(Line line) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("id", line.id());
        all.put("eststts", line.eststts());
        all.put("division", line.designation().japanese());
        all.put("name", line.name());
        all.put("namekana", line.kana());
        all.put("phoneno", line.phone().isEmpty() ? null : line.phone());
        all.put("cityname", line.cityName());
        all.put("address", line.address());
        all.put("capacity", line.capacity() < 0 ? null : line.capacity());
        all.put("crowdstts", line.crowding());
        all.put("evacueeno", line.people());
        all.put("sevacueeno", line.voluntaryPeople());
        all.put("houseno", line.households());
        all.put("shouseno", line.voluntaryHouseholds());
        return all;
    }
}
