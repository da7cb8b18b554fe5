package noroshi.emergency;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.CsvLines;
import noroshi.platform.Time;
import noroshi.site.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Headquarters for other programs: a line for each act, and a feed of the newest. Pure. */
final class HeadquartersFiles {

    static final int FEED_LISTED_MAX = 100;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private HeadquartersFiles() {}

    /** @param site its address; @param names of governments by code */
    static List<SourceFile> of(
            String government, String name, String site, List<Headquarters> told, Map<String, String> names) {
        var path = HeadquartersPages.PATH;
        return List.of(
                SourceFile.of(government, path + "headquarters.csv", "text/csv; charset=utf-8", csv(told, names)),
                SourceFile.of(
                        government,
                        path + "headquarters.json",
                        "application/json",
                        List.of(JSON.writeValueAsString(object(told, names)) + "\n")),
                SourceFile.of(
                        government,
                        path + "feed.xml",
                        "application/atom+xml; charset=utf-8",
                        List.of(feed(name, site, told, names))));
    }

    private static List<String> csv(List<Headquarters> told, Map<String, String> names) {
        var out = new CsvLines();
        var pieces = new ArrayList<String>();
        out.row(
                "全国地方公共団体コード",
                "地方公共団体名",
                "本部番号",
                "通番",
                "区分",
                "種類",
                "名称",
                "設置場所",
                "本部長",
                "理由",
                "日時",
                "入力日時",
                "緊急態勢",
                "扱い");
        pieces.add(out.take());
        for (var one : told)
            for (var act : one.acts()) {
                out.row(cells(act, names));
                pieces.add(out.take());
            }
        return pieces;
    }

    private static @Nullable Object[] cells(HeadquartersAct act, Map<String, String> names) {
        return new @Nullable Object[] {
            act.government(),
            names.get(act.government()),
            act.headquarters(),
            act.serial(),
            act.act().japanese(),
            act.kind().japanese(),
            act.title(),
            act.place(),
            act.head(),
            act.reason(),
            Time.written(act.at()),
            Time.written(act.recordedAt()),
            act.event(),
            act.mark().isEmpty() ? "実際" : act.marked().replaceAll("[【】]", "")
        };
    }

    private static Map<String, Object> object(List<Headquarters> told, Map<String, String> names) {
        var all = new ArrayList<Map<String, Object>>();
        for (var one : told) {
            var newest = one.newest();
            var object = new LinkedHashMap<String, Object>();
            object.put("government", one.government());
            object.put("governmentName", names.getOrDefault(one.government(), ""));
            object.put("number", one.number());
            object.put("kind", newest.kind().name());
            object.put("name", newest.title());
            object.put("stands", one.stands());
            object.put("mark", newest.mark());
            object.put("notice", newest.mark().isEmpty() ? "" : newest.marked() + HeadquartersText.NOT_REAL);
            object.put("event", newest.event());
            object.put("place", newest.place());
            object.put("head", newest.head());
            object.put("establishedAt", time(one.establishedAt()).toString());
            Instant dissolved = one.dissolvedAt();
            if (dissolved != null) object.put("dissolvedAt", time(dissolved).toString());
            object.put("acts", one.acts().stream().map(act -> act(one, act)).toList());
            all.add(object);
        }
        return Map.of("headquarters", all);
    }

    private static Map<String, Object> act(Headquarters one, HeadquartersAct act) {
        var object = new LinkedHashMap<String, Object>();
        object.put("serial", act.serial());
        object.put("act", act.act().name());
        object.put("at", time(act.at()).toString());
        object.put("kind", act.kind().name());
        object.put("words", act.marked() + one.told(act.serial()) + act.reason());
        return object;
    }

    private record Entry(Headquarters headquarters, HeadquartersAct act) {}

    private static String feed(String name, String site, List<Headquarters> told, Map<String, String> names) {
        var entries = told.stream()
                .flatMap(one -> one.acts().stream().map(act -> new Entry(one, act)))
                .sorted(Comparator.comparing((Entry entry) -> entry.act().recordedAt())
                        .reversed())
                .limit(FEED_LISTED_MAX)
                .toList();
        var updated =
                entries.isEmpty() ? Instant.EPOCH : entries.getFirst().act().recordedAt();
        var out = new StringBuilder(
                """
            <?xml version="1.0" encoding="UTF-8"?>
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
            <id>%1$s%2$sfeed.xml</id><title>%3$s 災害対策本部</title><updated>%4$s</updated>
            <author><name>%3$s</name></author><link rel="self" href="%1$s%2$sfeed.xml"/>
            """.formatted(CapFeed.escaped(site), HeadquartersPages.PATH, CapFeed.escaped(name), updated));
        for (var one : entries) out.append(entry(site, one, names));
        return out.append("</feed>\n").toString();
    }

    private static String entry(String site, Entry one, Map<String, String> names) {
        var act = one.act();
        var id = "%s%s#%s-%d-%d"
                .formatted(site, HeadquartersPages.PATH, act.government(), act.headquarters(), act.serial());
        var words = act.marked() + one.headquarters().told(act.serial());
        return """
            <entry><id>%1$s</id><title>%2$s</title><updated>%3$s</updated><summary>%4$s</summary>
            <link rel="alternate" type="text/html" href="%5$s"/></entry>
            """.formatted(
                        CapFeed.escaped(id),
                        CapFeed.escaped(words + "（" + names.getOrDefault(act.government(), "") + "）"),
                        act.recordedAt(),
                        CapFeed.escaped(act.marked() + act.reason()),
                        CapFeed.escaped(site + HeadquartersPages.PATH));
    }

    private static OffsetDateTime time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).atZone(Time.JAPAN).toOffsetDateTime();
    }
}
