package noroshi.replay;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * 第1報, 第2報 … of each town, growing as counting goes on. What the towns sent is added up here, and the prefecture's page has to say the same: nobody
 * types a sum.
 */
final class LossReports {

    private static final String SITE = "/" + World.PREFECTURE;

    /** Figure, its share of a town's scale in per cent in the last report, from which report on it is known. */
    private static final List<Growth> FIGURES = List.of(
            new Growth("dead", "死者（人）", 400, 1),
            new Growth("injured_seriously", "重傷（人）", 60, 1),
            new Growth("injured_slightly", "軽傷（人）", 300, 1),
            new Growth("destroyed_houses", "全壊（棟）", 6_000, 2),
            new Growth("half_houses", "半壊（棟）", 4_000, 3),
            new Growth("water", "水道（戸）", 12_000, 1));

    private record Growth(String code, String label, int percent, int from) {}

    private final World world;
    private final Run run;
    private final Map<Town, Map<String, Integer>> newest = new HashMap<>();
    private int serial;

    LossReports(World world, Run run) {
        this.world = world;
        this.run = run;
    }

    /** The prefecture opens the occasion. */
    int open() throws IOException {
        world.prefecture()
                .post(
                        "/losses",
                        Map.of(
                                "code",
                                run.code(),
                                "name",
                                "【訓練】2011年3月11日の再現（%s）".formatted(run.name()),
                                "begunAt",
                                "2011-03-11T14:46:00+09:00"))
                .expect(201);
        return 1;
    }

    /** The next report of every town. Every second town counts its houses one report later: the sum then says 以上. */
    int next(Watch watch, List<Town> towns) throws IOException {
        serial++;
        long begun = Watch.begin();
        for (var town : towns) {
            begun = Watch.begin();
            var figures = figures(town, serial - towns.indexOf(town) % 2);
            newest.put(town, figures);
            send(town, figures);
            expect(watch, town, begun, figures, serial);
        }
        expectSum(watch, begun, serial);
        return towns.size();
    }

    private Map<String, Integer> figures(Town town, int counted) {
        var before = newest.getOrDefault(town, Map.of());
        var figures = new TreeMap<String, Integer>();
        double grown = Math.sqrt(serial / (double) run.extent().lossReports());
        for (var figure : FIGURES) {
            int value = (int) (town.scale() * figure.percent() / 100.0 * grown)
                    + run.random().nextInt(3);
            if (counted >= figure.from() || before.containsKey(figure.code()) || figure.from() == 1)
                figures.put(figure.code(), Math.max(value, before.getOrDefault(figure.code(), 0)));
        }
        return figures;
    }

    private void send(Town town, Map<String, Integer> figures) throws IOException {
        world.prefecture()
                .post(
                        "/losses/" + run.code(),
                        Map.of(
                                "government",
                                town.code(),
                                "seen",
                                serial - 1,
                                "figures",
                                figures,
                                "note",
                                run.mark() + "。数字は架空です。",
                                "source",
                                "防災担当（訓練）"))
                .expect(201);
    }

    private void expect(Watch watch, Town town, long begun, Map<String, Integer> figures, int number) {
        var page = town.site() + "/damage/losses/" + run.code();
        var dead = "%,d".formatted(figures.get("dead"));
        watch.expect(
                "ページ：%s 第%d報".formatted(town.name(), number),
                begun,
                () -> world.shows(page, "第%d報".formatted(number))
                        && says(page, "死者（人）").equals(dead));
        watch.expect("CSV：%s 第%d報".formatted(town.name(), number), begun, () -> world.page(page + ".csv")
                .text()
                .contains("%s,%s,%d,".formatted(town.code(), town.name(), number)));
    }

    private void expectSum(Watch watch, long begun, int number) {
        var page = SITE + "/damage/losses/" + run.code();
        for (var figure : FIGURES) {
            var sum = sum(figure.code());
            watch.expect(
                    "県の合計 第%d報まで：%s %s".formatted(number, figure.label(), sum), begun, () -> says(page, figure.label())
                            .equals(sum));
        }
        watch.expect("県の合計 第%d報まで：JSON".formatted(number), begun, () -> total(page, "dead") == added("dead"));
    }

    private int added(String code) {
        return newest.values().stream()
                .mapToInt(one -> one.getOrDefault(code, 0))
                .sum();
    }

    private String sum(String code) {
        long known =
                newest.values().stream().filter(one -> one.containsKey(code)).count();
        if (known == 0) return "調査中";
        return "%,d%s".formatted(added(code), known < newest.size() ? "以上" : "");
    }

    /** What the page's table has beside the label; "" where there is no such row. */
    private String says(String path, String label) throws IOException {
        return world.page(path).expect(200).page().select("tr").stream()
                .filter(row -> row.childrenSize() == 2 && row.child(0).text().equals(label))
                .map(row -> row.child(1).text())
                .findFirst()
                .orElse("");
    }

    private int total(String page, String code) throws IOException {
        int sum = 0;
        for (var one : world.page(page + ".json").expect(200).json().getAsJsonArray("reports"))
            sum += one.getAsJsonObject().getAsJsonObject("figures").get(code).getAsInt();
        return sum;
    }
}
