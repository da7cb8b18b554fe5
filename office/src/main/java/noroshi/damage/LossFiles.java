package noroshi.damage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.CsvLines;
import noroshi.platform.Time;
import noroshi.site.SourceFile;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reports of losses for other programs: one line for each figure and report; what is under investigation is empty, never 0. */
final class LossFiles {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private LossFiles() {}

    /** @param name of the government */
    record Row(String government, String name, @Nullable LossReport report) {}

    static List<SourceFile> of(String government, Occasion occasion, List<Row> rows) {
        return List.of(
                SourceFile.of(government, occasion.path() + ".csv", "text/csv; charset=utf-8", csv(rows)),
                SourceFile.of(
                        government,
                        occasion.path() + ".json",
                        "application/json",
                        List.of(JSON.writeValueAsString(object(occasion, rows)) + "\n")));
    }

    /** A line for each government, a column for each figure; a line is a piece, so that a report changes its own. */
    private static List<String> csv(List<Row> rows) {
        var out = new CsvLines();
        var pieces = new ArrayList<String>();
        var head = new ArrayList<Object>(List.of("全国地方公共団体コード", "地方公共団体名", "報", "時点", "情報源", "次回更新"));
        for (var figure : Figure.values()) head.add(figure.whole());
        head.add("備考");
        out.row(head.toArray());
        pieces.add(out.take());
        for (var row : rows) {
            out.row(cells(row));
            pieces.add(out.take());
        }
        return pieces;
    }

    private static @Nullable Object[] cells(Row row) {
        var report = row.report();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.government());
        cells.add(row.name());
        cells.add(report == null ? null : report.serial());
        cells.add(report == null ? null : Time.written(report.at()));
        cells.add(report == null ? null : report.source());
        cells.add(report == null ? null : Time.written(report.nextUpdate()));
        for (var figure : Figure.values())
            cells.add(report == null ? null : report.losses().of(figure));
        cells.add(report == null ? null : report.note());
        return cells.toArray(new @Nullable Object[0]);
    }

    private static Map<String, Object> object(Occasion occasion, List<Row> rows) {
        var all = new ArrayList<Map<String, Object>>();
        for (var row : rows) {
            var report = row.report();
            if (report == null) continue;
            var one = new LinkedHashMap<String, Object>();
            one.put("government", row.government());
            one.put("name", row.name());
            one.put("serial", report.serial());
            one.put("asOf", report.at().toString());
            one.put("source", report.source());
            Instant next = report.nextUpdate();
            if (next != null) one.put("nextUpdate", next.toString());
            one.put("note", report.note());
            one.put("figures", report.losses().byCode());
            all.add(one);
        }
        var object = new LinkedHashMap<String, Object>();
        object.put("occasion", occasion.code());
        object.put("name", occasion.name());
        object.put("reports", all);
        return object;
    }
}
