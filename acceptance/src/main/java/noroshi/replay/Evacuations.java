package noroshi.replay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.acceptance.Answer;

/** 避難指示 of the towns: proposed by the officer on duty, approved by a second one; the last town's decides alone and says why. */
final class Evacuations {

    private static final int LEVEL = 4;
    private final World world;
    private final Run run;
    private final List<Town> towns;

    Evacuations(World world, Run run, List<Town> towns) {
        this.world = world;
        this.run = run;
        this.towns = towns;
    }

    int issue(Watch watch) throws IOException {
        var before = new HashMap<Town, Long>();
        for (var town : towns) {
            liftWhatStands(town);
            if (!town.mail().isEmpty()) before.put(town, mails(town));
        }
        for (var town : towns) {
            long begun = Watch.begin();
            decide(town, propose(town, "issue", run.mark() + "。大津波警報が発表されています。ただちに高台へ避難してください。"));
            watch.expect("帯：%sに避難指示（訓練）".formatted(town.name()), begun, () -> banner(town));
            var page = page(town);
            watch.expect("ページ：" + town.name(), begun, () -> world.shows(page, "避難指示", run.name(), "訓練"));
            watch.expect(
                    "フィード（Atom）：%s".formatted(town.name()),
                    begun,
                    () -> world.shows(town.site() + "/emergency/feed.xml", "避難指示", run.name()));
            watch.expect("CAP：%s、Exercise".formatted(town.name()), begun, () -> cap(town, "<expires>"));
            var earlier = before.get(town);
            if (earlier != null) watch.expect("メール：%sの登録者".formatted(town.name()), begun, () -> mails(town) > earlier);
        }
        return 2 * towns.size();
    }

    int lift(Watch watch) throws IOException {
        for (var town : towns) {
            long begun = Watch.begin();
            decide(town, propose(town, "lift", run.mark() + "。津波警報が解除されました。"));
            watch.expect("帯：%sから消えた".formatted(town.name()), begun, () -> !banner(town));
            watch.expect("CAP：%s、Cancel".formatted(town.name()), begun, () -> cap(town, "<msgType>Cancel<"));
        }
        return 2 * towns.size();
    }

    /** What a run left behind that was broken off. */
    private void liftWhatStands(Town town) throws IOException {
        var proposed = propose(town, "lift", run.mark() + "。前の訓練の避難指示を解除しました。");
        if (proposed.status() == 201) decide(town, proposed);
    }

    private Answer propose(Town town, String act, String words) throws IOException {
        return world.town(town, "emergency")
                .post(
                        "/evacuation",
                        Map.of("act", act, "hazard", "tsunami", "level", LEVEL, "words", words, "drill", true));
    }

    private void decide(Town town, Answer proposed) throws IOException {
        var order = proposed.expect(201).json().get("id").getAsLong();
        var path = "/evacuation/%d/decision".formatted(order);
        if (town.equals(towns.getLast()))
            world.town(town, "emergency")
                    .post(path, Map.of("decision", "alone", "reason", "承認者と連絡が取れないため（訓練）"))
                    .expect(204);
        else
            world.town(town, "approver")
                    .post(path, Map.of("decision", "approve"))
                    .expect(204);
    }

    private boolean banner(Town town) throws IOException {
        var text = world.banner(town.site() + "/");
        return text.contains("避難指示") && text.contains("訓練");
    }

    /** The path of the event's page. */
    private String page(Town town) throws IOException {
        for (var one : world.prefecture()
                .get("/emergencies?government=" + town.code())
                .expect(200)
                .tree()
                .getAsJsonArray()) {
            var standing = one.getAsJsonObject();
            if (standing.get("mark").getAsString().equals("drill")
                    && standing.get("grade").getAsString().equals("避難指示"))
                return World.path(standing.get("url").getAsString());
        }
        throw new IllegalStateException("No evacuation order stands in " + town.name() + " after it was decided.");
    }

    /** The newest message of the town about it is of this run. */
    private boolean cap(Town town, String words) throws IOException {
        return world.capSays(
                town.site(), world.newestCap(town.site(), "避難指示"), "<status>Exercise</status>", words, run.name());
    }

    private long mails(Town town) throws IOException {
        return world.mails(town.mail(), "訓練", "避難指示");
    }
}
