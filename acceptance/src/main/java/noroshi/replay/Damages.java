package noroshi.replay;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A road, the water and a school of each town: cut, half restored, restored. */
final class Damages {

    private final World world;
    private final Run run;
    private final List<Damage> all = new ArrayList<>();

    private static final class Damage {
        private final Town town;
        private final String kind;
        private final String name;
        private final long id;
        private long report;

        Damage(Town town, String kind, String name, JsonObject view) {
            this.town = town;
            this.kind = kind;
            this.name = name;
            this.id = view.get("id").getAsLong();
            this.report = view.get("report").getAsLong();
        }
    }

    Damages(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    int begin(Watch watch, List<Town> towns) throws IOException {
        for (var town : towns) {
            add(watch, town, "road", town.road(), "全面通行止め", Map.of());
            add(watch, town, "water", "%s全域".formatted(town.name()), "断水", Map.of("affected", town.scale() * 120));
            add(watch, town, "school", town.school(), "休校", Map.of());
        }
        return all.size();
    }

    private void add(Watch watch, Town town, String kind, String name, String says, Map<String, ?> more)
            throws IOException {
        var marked = "【訓練】%s %s".formatted(name, run.code().replaceAll(".*(?=\\d{6}$)", ""));
        var fields = new HashMap<String, Object>(Map.of(
                "government",
                town.code(),
                "kind",
                kind,
                "name",
                marked,
                "state",
                "stopped",
                "percent",
                0,
                "extent",
                run.mark() + "。",
                "source",
                "担当課（訓練）"));
        fields.putAll(more);
        long begun = Watch.begin();
        var view = world.prefecture().post("/damage", fields).expect(201).json();
        var damage = new Damage(town, kind, marked, view);
        all.add(damage);
        expect(watch, damage, begun, says, 0);
    }

    /** @param state partial or restored */
    int restore(Watch watch, String state, int percent) throws IOException {
        for (var damage : all) {
            var fields = new HashMap<String, Object>(Map.of(
                    "government",
                    damage.town.code(),
                    "state",
                    state,
                    "percent",
                    percent,
                    "extent",
                    run.mark() + "。",
                    "source",
                    "担当課（訓練）",
                    "seen",
                    damage.report));
            if (damage.kind.equals("water")) fields.put("affected", damage.town.scale() * 120 * (100 - percent) / 100);
            long begun = Watch.begin();
            var view = world.prefecture()
                    .post("/damage/%d/reports".formatted(damage.id), fields)
                    .expect(201)
                    .json();
            damage.report = view.get("report").getAsLong();
            expect(watch, damage, begun, view.get("says").getAsString(), percent);
        }
        return all.size();
    }

    private void expect(Watch watch, Damage damage, long begun, String says, int percent) {
        var pages = damage.town.site() + "/damage";
        var path = "%s/%d".formatted(pages, damage.id);
        var name = "%s %s".formatted(damage.town.name(), damage.name);
        watch.expect("ページ：" + name, begun, () -> world.shows(path, says, "復旧率 %d％".formatted(percent)));
        watch.expect("CSV：" + name, begun, () -> world.hasLine(pages + "/damage.csv", path, "," + says + ","));
        if (damage.kind.equals("school"))
            watch.expect("GeoJSON：" + damage.town.name(), begun, () -> world.page(pages + "/damage.geojson")
                    .text()
                    .lines()
                    .anyMatch(line -> line.contains(damage.name) && line.contains("\"says\":\"%s\"".formatted(says))));
    }
}
