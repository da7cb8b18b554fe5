package noroshi.shelters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import noroshi.platform.Announcement;
import noroshi.site.PageSource;
import noroshi.site.SourceFile;
import noroshi.site.SourceSheet;
import noroshi.site.SourceSheet.Section;
import noroshi.standards.opendata.Json;
import noroshi.standards.opendata.StandardLayout;
import org.springframework.stereotype.Component;

/** The public lists of facilities (AED, 給水拠点 …): a page and open data for each list of a government. */
@Component
class FacilityPages implements PageSource {

    /** Not the folder itself: a series of articles may be called facilities. */
    static final String INDEX = "/facilities/lists";

    private static final int SHARING = 20;
    /** More are in the data alone: a page of thousands helps nobody. */
    private static final int SHOWN_MAX = 300;

    private final PlaceStore places;

    FacilityPages(PlaceStore places) {
        this.places = places;
    }

    @Override
    public Set<String> topics() {
        return Set.of(News.CHANGED);
    }

    private record Listed(String government, String kind) {}

    private static Set<Listed> touchedLists(List<Announcement> announcements) {
        var lists = new LinkedHashSet<Listed>();
        for (var one : announcements)
            if (!one.fact("kind").equals(Master.SHELTER)) lists.add(new Listed(one.government(), one.fact("kind")));
        return lists;
    }

    private Set<Listed> lists(String government) {
        var lists = new LinkedHashSet<Listed>();
        for (var kind : new TreeSet<>(places.kinds(government)))
            if (!kind.equals(Master.SHELTER)) lists.add(new Listed(government, kind));
        return lists;
    }

    @Override
    public List<SourceSheet> sheets(List<Announcement> announcements) {
        var touched = touchedLists(announcements);
        var sheets = new ArrayList<SourceSheet>();
        touched.forEach(list -> sheets.add(page(list)));
        touched.stream().map(Listed::government).distinct().forEach(government -> sheets.add(index(government)));
        return sheets;
    }

    @Override
    public List<SourceSheet> sheets(String government) {
        var lists = lists(government);
        if (lists.isEmpty()) return List.of();
        var sheets = new ArrayList<SourceSheet>();
        lists.forEach(list -> sheets.add(page(list)));
        sheets.add(index(government));
        return sheets;
    }

    /** A list's address: its name may be in any script, an address is not. */
    static String path(String kind) {
        var sum = new CRC32();
        sum.update(kind.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return "/facilities/k%08x".formatted(sum.getValue());
    }

    private SourceSheet index(String government) {
        var text = new StringBuilder();
        for (var list : lists(government))
            text.append("* [%s](%s)　[CSV](%2$s.csv)　[GeoJSON](%2$s.geojson)\n"
                    .formatted(Words.markdown(list.kind()), path(list.kind())));
        return SourceSheet.of(
                government,
                INDEX,
                "施設の一覧",
                List.of(Section.Words.always(
                        text.append("\n[避難所](/shelters/)\n").toString())));
    }

    private SourceSheet page(Listed list) {
        var all = places.list(list.government(), list.kind());
        if (all.isEmpty()) return SourceSheet.removed(list.government(), path(list.kind()));
        var sections = new ArrayList<Section>();
        var shown = all.subList(0, Math.min(SHOWN_MAX, all.size()));
        for (int from = 0; from < shown.size(); from += SHARING) {
            var text = new StringBuilder();
            for (var one : shown.subList(from, Math.min(shown.size(), from + SHARING))) row(one.master(), text);
            sections.add(Section.Words.always(text.append('\n').toString()));
        }
        if (shown.size() < all.size())
            sections.add(Section.Words.always("全部で%,d件あります。ここには%d件を示しています。\n\n".formatted(all.size(), SHOWN_MAX)));
        sections.add(Section.Words.always(
                "[CSV](%1$s.csv)　[JSON](%1$s.json)　[GeoJSON](%1$s.geojson)　[施設の一覧](%2$s)　[オープンデータ](/opendata/)\n"
                        .formatted(path(list.kind()), INDEX)));
        return SourceSheet.of(list.government(), path(list.kind()), list.kind(), sections);
    }

    private static void row(Master master, StringBuilder text) {
        text.append("* **")
                .append(Words.markdown(master.name()))
                .append("**　")
                .append(Words.markdown(master.address()));
        if (!master.phone().isEmpty()) text.append("　").append(Words.markdown(master.phone()));
        text.append('\n');
    }

    @Override
    public List<SourceFile> files(List<Announcement> announcements) {
        return touchedLists(announcements).stream()
                .flatMap(list -> data(list).stream())
                .toList();
    }

    @Override
    public List<SourceFile> files(String government) {
        return lists(government).stream().flatMap(list -> data(list).stream()).toList();
    }

    private List<SourceFile> data(Listed list) {
        var all = places.list(list.government(), list.kind());
        var path = path(list.kind());
        if (all.isEmpty())
            return List.of(
                    new SourceFile(list.government(), path + ".csv", "", "", true),
                    new SourceFile(list.government(), path + ".json", "", "", true),
                    new SourceFile(list.government(), path + ".geojson", "", "", true));
        var columns = new TreeSet<String>();
        all.forEach(one -> columns.addAll(one.master().further().keySet()));
        return List.of(
                SourceFile.of(list.government(), path + ".csv", "text/csv; charset=utf-8", csv(all, columns)),
                SourceFile.of(list.government(), path + ".json", "application/json", objects(all)),
                SourceFile.of(list.government(), path + ".geojson", "application/geo+json", features(all)));
    }

    private static List<String> csv(List<Shelter> all, Set<String> columns) {
        var pieces = new ArrayList<String>();
        var heading = new ArrayList<>(List.of("ID", "名称", "名称_カナ", "所在地_連結表記", "緯度", "経度", "電話番号", "URL", "備考"));
        heading.addAll(columns);
        pieces.add("\uFEFF" + StandardLayout.csv(heading));
        for (int from = 0; from < all.size(); from += SHARING) {
            var text = new StringBuilder();
            for (var one : all.subList(from, Math.min(all.size(), from + SHARING))) text.append(line(one, columns));
            pieces.add(text.toString());
        }
        return pieces;
    }

    private static String line(Shelter one, Set<String> columns) {
        var master = one.master();
        var position = master.position();
        var cells = new ArrayList<>(List.of(
                one.number(),
                master.name(),
                master.kana(),
                master.address(),
                position == null ? "" : position.latitude().toPlainString(),
                position == null ? "" : position.longitude().toPlainString(),
                master.phone(),
                master.url(),
                master.note()));
        for (var column : columns) cells.add(master.further().getOrDefault(column, ""));
        return StandardLayout.csv(cells);
    }

    private static List<String> objects(List<Shelter> all) {
        var pieces = new ArrayList<>(List.of("{\"places\":[\n"));
        for (int from = 0; from < all.size(); from += SHARING)
            pieces.add(all.subList(from, Math.min(all.size(), from + SHARING)).stream()
                    .map(one -> Json.write(properties(one)))
                    .collect(Collectors.joining(",\n", from == 0 ? "" : ",", "\n")));
        pieces.add("]}\n");
        return pieces;
    }

    private static List<String> features(List<Shelter> all) {
        var pieces = new ArrayList<>(List.of("{\"type\":\"FeatureCollection\",\"features\":[\n"));
        var comma = "";
        for (int from = 0; from < all.size(); from += SHARING) {
            var text = new StringBuilder();
            for (var one : all.subList(from, Math.min(all.size(), from + SHARING))) {
                if (one.master().position() == null) continue;
                text.append(comma).append(Json.write(feature(one))).append('\n');
                comma = ",";
            }
            pieces.add(text.toString());
        }
        pieces.add("]}\n");
        return pieces;
    }

    private static Map<String, Object> feature(Shelter one) {
        var master = one.master();
        var position = Objects.requireNonNull(master.position());
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put(
                "geometry", Map.of("type", "Point", "coordinates", List.of(position.longitude(), position.latitude())));
        feature.put("properties", properties(one));
        return feature;
    }

    private static Map<String, Object> properties(Shelter one) {
        var master = one.master();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("id", one.number());
        properties.put("name", master.name());
        properties.put("address", master.address());
        properties.put("phone", master.phone());
        properties.putAll(master.further());
        return properties;
    }
}
