package noroshi.replay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.acceptance.Forms;

/** Invented people who come to a shelter with their consent, and are found by the search at the beacon: which needs the office no more. */
final class Evacuees {

    private static final List<String> FAMILIES = List.of("佐藤 さとう", "鈴木 すずき", "高橋 たかはし", "千葉 ちば", "阿部 あべ", "菅原 すがわら");
    private static final List<String> GIVEN =
            List.of("花子 はなこ", "太郎 たろう", "和子 かずこ", "健一 けんいち", "美咲 みさき", "清 きよし", "幸子 さちこ", "隆 たかし");

    private final World world;
    private final Run run;
    private final Shelters shelters;
    private final Map<Town, Evacuee> last = new HashMap<>();

    private record Evacuee(long id, String name) {}

    Evacuees(World world, Run run, Shelters shelters) {
        this.world = world;
        this.run = run;
        this.shelters = shelters;
    }

    int checkIn(Watch watch, List<Town> towns) throws IOException {
        for (var town : towns) {
            long begun = Watch.begin();
            for (int number = 0; number < run.extent().evacueesEach(); number++) begun = checkIn(town, number);
            var shown = last.get(town);
            var place = shelters.name(town, run.extent().evacueesEach() - 1);
            if (shown != null)
                watch.expect("安否の検索：%sの避難者".formatted(town.name()), begun, () -> finds(shown.name, place));
        }
        return 2 * towns.size() * run.extent().evacueesEach();
    }

    /** @return when the sending began */
    private long checkIn(Town town, int number) throws IOException {
        var family = pick(FAMILIES);
        var given = pick(GIVEN);
        long begun = Watch.begin();
        var fields = new HashMap<String, Object>(Map.of(
                "government",
                town.code(),
                "family",
                family[0],
                "familyKana",
                family[1],
                "given",
                given[0],
                "givenKana",
                given[1],
                "consent",
                "given",
                "source",
                "訓練の受付"));
        fields.putAll(Map.of("prefecture", "宮城県", "city", town.name(), "town", home()));
        fields.put("age", String.valueOf(5 + run.random().nextInt(90)));
        fields.put("description", run.mark() + "。架空の人です。");
        var person = world.prefecture()
                .post("/persons", fields)
                .expect(201)
                .json()
                .get("id")
                .getAsLong();
        note(town, person, "check_in", shelters.name(town, number));
        last.put(town, new Evacuee(person, family[0] + given[0]));
        return begun;
    }

    /** Whoever was looked for leaves again. */
    int checkOut(Watch watch, List<Town> towns) throws IOException {
        for (var town : towns) {
            var one = last.get(town);
            if (one == null) continue;
            long begun = Watch.begin();
            note(town, one.id, "check_out", "自宅へ（%s）".formatted(town.name()));
            watch.expect(
                    "安否の検索：%sの避難者が退所".formatted(town.name()),
                    begun,
                    () -> finds(one.name, "自宅へ（%s）".formatted(town.name())));
        }
        return last.size();
    }

    private void note(Town town, long person, String happening, String place) throws IOException {
        world.prefecture()
                .post(
                        "/persons/%d/notes".formatted(person),
                        Map.of(
                                "government",
                                town.code(),
                                "happening",
                                happening,
                                "status",
                                "believed_alive",
                                "place",
                                place))
                .expect(201);
    }

    /** As a resident looks for somebody. */
    private boolean finds(String name, String place) throws IOException {
        var form = world.page("/" + World.PREFECTURE + "/safety").expect(200);
        var found = Forms.submit(world.http(), form, Map.of("name", name, "home", home()));
        return found.status() == 200 && found.page().text().contains(place);
    }

    /** A 町 that is nowhere, of this run alone: so that those of earlier runs are not taken for these. */
    private String home() {
        return "訓練町" + run.code().replaceAll("\\D", "");
    }

    private String[] pick(List<String> names) {
        return names.get(run.random().nextInt(names.size())).split(" ", 2);
    }
}
