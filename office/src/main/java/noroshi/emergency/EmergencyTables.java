package noroshi.emergency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.emergency.EvacuationStore.Decided;
import noroshi.platform.CsvLines;
import noroshi.platform.Time;
import noroshi.publishing.Marks;
import noroshi.site.SourceFile;
import noroshi.standards.opendata.Json;

/** The newest states of emergencies, and the decided evacuation orders, as tables for other programs. Pure. */
final class EmergencyTables {

    static final String EMERGENCIES = "/cap/emergencies";
    static final String EVACUATION = "/cap/evacuation";

    private EmergencyTables() {}

    /** @param base address of the government's site, without a slash at the end; @param changes and @param orders the newest first */
    static List<SourceFile> of(String government, String base, List<EmergencyChange> changes, List<Decided> orders) {
        return List.of(
                csv(government, EMERGENCIES, emergencies(government, base, changes)),
                json(
                        government,
                        EMERGENCIES,
                        "emergencies",
                        changes.stream().map(one -> object(base, one)).toList()),
                csv(government, EVACUATION, orders(government, orders)),
                json(
                        government,
                        EVACUATION,
                        "orders",
                        orders.stream().map(EmergencyTables::object).toList()));
    }

    private static SourceFile csv(String government, String path, CsvLines lines) {
        return SourceFile.of(government, path + ".csv", "text/csv; charset=utf-8", List.of(lines.take()));
    }

    private static SourceFile json(String government, String path, String name, List<Map<String, Object>> all) {
        return SourceFile.of(
                government, path + ".json", "application/json", List.of(Json.write(Map.of(name, all)) + "\n"));
    }

    private static CsvLines emergencies(String government, String base, List<EmergencyChange> changes) {
        var out = new CsvLines();
        out.row("全国地方公共団体コード", "ID", "名称", "扱い", "災害", "レベル", "段階", "地域", "時点", "自動で終わる時刻", "終結", "CAP");
        for (var change : changes) {
            var one = change.emergency();
            out.row(
                    government,
                    change.id(),
                    one.title(),
                    footing(one.mark()),
                    one.hazard().japanese(),
                    one.level().japanese(),
                    one.phase().japanese(),
                    one.place(),
                    Time.written(change.at()),
                    Time.written(one.expiresAt()),
                    Time.written(one.endedAt()),
                    base + EmergencyFiles.path(change));
        }
        return out;
    }

    private static Map<String, Object> object(String base, EmergencyChange change) {
        var one = change.emergency();
        var object = new LinkedHashMap<String, Object>();
        object.put("id", change.id());
        object.put("title", one.title());
        object.put("mark", one.mark());
        object.put("hazard", one.hazard().japanese());
        object.put("level", one.level().japanese());
        object.put("phase", one.phase().japanese());
        object.put("area", List.of(one.area().split(" ")));
        object.put("place", one.place());
        object.put("asOf", change.at().toString());
        object.put("expires", one.expiresAt().toString());
        var ended = one.endedAt();
        if (ended != null) object.put("ended", ended.toString());
        object.put("cap", base + EmergencyFiles.path(change));
        return object;
    }

    private static CsvLines orders(String government, List<Decided> orders) {
        var out = new CsvLines();
        out.row("全国地方公共団体コード", "ID", "発令・解除", "警戒レベル", "種類", "災害", "扱い", "町字", "理由と状況", "決定の時刻");
        for (var one : orders) {
            var order = one.order();
            out.row(
                    government,
                    order.id(),
                    order.issue() ? "発令" : "解除",
                    order.level().number(),
                    order.level().japanese(),
                    order.hazard().japanese(),
                    footing(order.mark()),
                    order.blocks().isEmpty() ? "全域" : String.join(";", order.blocks()),
                    order.words(),
                    Time.written(one.at()));
        }
        return out;
    }

    private static Map<String, Object> object(Decided one) {
        var order = one.order();
        var object = new LinkedHashMap<String, Object>();
        object.put("id", order.id());
        object.put("act", order.issue() ? "発令" : "解除");
        object.put("level", order.level().number());
        object.put("kind", order.level().japanese());
        object.put("hazard", order.hazard().japanese());
        object.put("drill", order.drill());
        object.put("footing", footing(order.mark()));
        object.put("whole", order.blocks().isEmpty());
        object.put("blocks", order.blocks());
        object.put("words", order.words());
        object.put("decided", one.at().toString());
        return object;
    }

    /** 実際, or 訓練 and the like: in the table's cells only, so that no heading speaks of drills beside the real thing. */
    private static String footing(String mark) {
        var marks = Marks.of(mark);
        return marks == Marks.NONE ? "実際" : marks.japanese();
    }
}
