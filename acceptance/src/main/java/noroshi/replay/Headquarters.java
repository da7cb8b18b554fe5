package noroshi.replay;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The prefecture's 災害対策本部, declared as an emergency of the drill, led through its phases and closed. */
final class Headquarters {

    private static final String SITE = "/" + World.PREFECTURE;
    private static final String GRADE = "災害対策本部を設置";

    private final World world;
    private final Run run;
    private String event = "";

    Headquarters(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    int set(Watch watch) throws IOException {
        dissolveWhatStands();
        long begun = Watch.begin();
        event = world.prefecture()
                .post(
                        "/emergencies",
                        Map.of(
                                "hazard",
                                "earthquake",
                                "level",
                                "emergency",
                                "phase",
                                "response",
                                "grade",
                                GRADE,
                                "areas",
                                List.of(World.PREFECTURE),
                                "words",
                                run.mark() + "。災害対策本部を設置しました。津波からの避難を呼びかけています。",
                                "drill",
                                true))
                .expect(201)
                .json()
                .get("event")
                .getAsString();
        watch.expect("帯：県の災害対策本部（訓練）", begun, () -> {
            var banner = world.banner(SITE + "/");
            return banner.contains(GRADE) && banner.contains("訓練");
        });
        watch.expect(
                "CAP：県、Exercise",
                begun,
                () -> world.capSays(SITE, world.newestCap(SITE, GRADE), "<status>Exercise</status>", run.name()));
        return 1;
    }

    /** What a run left behind that was broken off. */
    private void dissolveWhatStands() throws IOException {
        for (var one : world.prefecture()
                .get("/emergencies?government=" + World.PREFECTURE)
                .expect(200)
                .tree()
                .getAsJsonArray()) {
            var standing = one.getAsJsonObject();
            if (!standing.get("grade").getAsString().equals(GRADE)
                    || !standing.get("mark").getAsString().equals("drill")) continue;
            event = standing.get("event").getAsString();
            lead("closed", "watch", "前の訓練を終わります。");
        }
    }

    int lead(String phase, String level, String words) throws IOException {
        world.prefecture()
                .send(
                        "PUT",
                        "/emergencies/" + event,
                        Map.of("phase", phase, "level", level, "words", run.mark() + "。" + words),
                        Map.of())
                .expect(200);
        return 1;
    }

    int dissolve(Watch watch) throws IOException {
        long begun = Watch.begin();
        int sent = lead("closed", "watch", "災害対策本部を解散しました。");
        watch.expect(
                "帯：県のトップから災害対策本部が消えた", begun, () -> !world.banner(SITE + "/").contains(GRADE));
        return sent;
    }
}
