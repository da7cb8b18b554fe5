package noroshi.replay;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Some shelters of each town: opened, filling from report to report, emptied and closed. */
final class Shelters {

    private static final int CAPACITY_USUAL = 100;

    private final World world;
    private final Run run;
    private final Map<Town, List<Shelter>> all = new HashMap<>();

    /** One shelter, and the number of the report that was read or written last. */
    private static final class Shelter {
        private final long id;
        private final String name;
        private final int capacity;
        private long report;

        Shelter(JsonObject view) {
            id = view.get("id").getAsLong();
            name = view.get("name").getAsString();
            capacity = view.has("capacity") && !view.get("capacity").isJsonNull()
                    ? view.get("capacity").getAsInt()
                    : CAPACITY_USUAL;
            report = report(view);
        }

        private static long report(JsonObject view) {
            var report = view.get("report");
            return report == null || report.isJsonNull()
                    ? 0
                    : report.getAsJsonObject().get("id").getAsLong();
        }
    }

    Shelters(World world, Run run, List<Town> towns) throws IOException {
        this.world = world;
        this.run = run;
        for (var town : towns) all.put(town, some(town));
    }

    private List<Shelter> some(Town town) throws IOException {
        var some = new ArrayList<Shelter>();
        for (var one : world.prefecture()
                .get("/shelters?government=" + town.code())
                .expect(200)
                .tree()
                .getAsJsonArray())
            if (some.size() < run.extent().sheltersEach()) some.add(new Shelter(one.getAsJsonObject()));
        return some;
    }

    /** The name of one, for those who come there. */
    String name(Town town, int number) {
        var some = all.getOrDefault(town, List.of());
        return some.get(number % some.size()).name;
    }

    /** @param percent of its capacity, about */
    int fill(Watch watch, List<Town> towns, int percent) throws IOException {
        int sent = 0;
        for (var town : towns)
            for (var shelter : all.getOrDefault(town, List.of())) {
                int people = shelter.capacity * percent / 100 + run.random().nextInt(9) + 1;
                sent += report(
                        watch,
                        town,
                        shelter,
                        "open",
                        people,
                        percent > 90 ? "full" : percent > 60 ? "congested" : "free");
            }
        return sent;
    }

    int close(Watch watch, List<Town> towns) throws IOException {
        int sent = 0;
        for (var town : towns)
            for (var shelter : all.getOrDefault(town, List.of()))
                sent += report(watch, town, shelter, "closed", 0, "unknown");
        return sent;
    }

    private int report(Watch watch, Town town, Shelter shelter, String state, int people, String crowding)
            throws IOException {
        long begun = Watch.begin();
        var fields = new HashMap<String, Object>(Map.of(
                "government",
                town.code(),
                "state",
                state,
                "crowding",
                crowding,
                "note",
                run.mark(),
                "seen",
                shelter.report));
        if (state.equals("open")) {
            fields.put("people", people);
            fields.put("households", people / 3 + 1);
            fields.put("needs", Map.of("water", "no", "food", "no", "medical", "unknown"));
        }
        var answer = world.prefecture()
                .post("/shelters/%d/reports".formatted(shelter.id), fields)
                .expect(201)
                .json();
        shelter.report = Shelter.report(answer);
        expect(watch, town, shelter, begun, state.equals("open"), people);
        return 1;
    }

    private void expect(Watch watch, Town town, Shelter shelter, long begun, boolean open, int people) {
        var pages = town.site() + "/shelters";
        var path = pages + "/" + shelter.id;
        var words = open ? "避難者 %,d人".formatted(people) : "閉鎖";
        var name = town.name() + " " + shelter.name;
        watch.expect("ページ：" + name, begun, () -> world.shows(path, words));
        watch.expect(
                "CSV：" + name,
                begun,
                () -> world.hasLine(
                        pages + "/status.csv",
                        path,
                        open ? "%s,開設,%d,".formatted(shelter.name, people) : shelter.name + ",閉鎖,"));
        if (!shelter.equals(all.getOrDefault(town, List.of()).getLast())) return;
        watch.expect(
                "一覧：" + town.name(),
                begun,
                () -> open ? world.shows(pages + "/", shelter.name, words) : !world.shows(pages + "/", shelter.name));
        watch.expect(
                "GeoJSON：" + town.name(),
                begun,
                () -> world.shows(pages + "/shelters.geojson", "\"report\":%d,".formatted(shelter.report)));
    }
}
