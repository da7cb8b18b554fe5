package noroshi.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import noroshi.damage.Figure;
import noroshi.damage.Kind;
import noroshi.damage.LossReport;
import noroshi.damage.Losses;
import noroshi.damage.Occasion;
import noroshi.damage.Position;
import noroshi.damage.State;
import noroshi.damage.Subject;
import noroshi.damage.TakeInDamage;
import noroshi.damage.TakeInDamage.Given;
import noroshi.damage.Told;
import noroshi.platform.Time;
import org.springframework.stereotype.Component;

/** Invented damage of every kind around the 36 governments, and the municipalities' reports of losses. The same seed, the same damage. */
@Component
final class DemoDamage implements DemoRegister {

    private static final long SEED = 20110312;
    private static final String PREFECTURE = "040002";
    private static final String OCCASION = "demo-jishin";

    private static final Map<Kind, String> NAMES = Map.ofEntries(
            Map.entry(Kind.FACILITY, "市民文化センター"),
            Map.entry(Kind.ROAD, "中央通り線"),
            Map.entry(Kind.RIVER, "用水路水門"),
            Map.entry(Kind.PORT, "漁港 物揚場"),
            Map.entry(Kind.RAIL, "中央駅〜北駅間"),
            Map.entry(Kind.WATER, "第1配水区"),
            Map.entry(Kind.POWER, "東部地区"),
            Map.entry(Kind.GAS, "供給ブロック3"),
            Map.entry(Kind.PHONE, "中継局エリア"),
            Map.entry(Kind.SCHOOL, "第二小学校"),
            Map.entry(Kind.HOSPITAL, "中央病院"));

    private final TakeInDamage takeIn;

    DemoDamage(TakeInDamage takeIn) {
        this.takeIn = takeIn;
    }

    @Override
    public void load(Instant now) {
        var random = new Random(SEED);
        var reports = new ArrayList<LossReport>();
        takeIn.take(new Occasion(PREFECTURE, OCCASION, "デモの地震（架空）", now.minus(Duration.ofDays(2))));
        for (var row : Resources.table("damage.csv").rows()) {
            var government = value(row, "government");
            var given = new ArrayList<Given>();
            for (var kind : Kind.values())
                if (kind != Kind.PORT || value(row, "coast").equals("1")) given.add(damage(row, kind, random, now));
            takeIn.take(government, given);
            if (!government.equals(PREFECTURE)) reports.addAll(reports(government, random, now));
        }
        takeIn.take(reports);
    }

    private static Given damage(Map<String, String> row, Kind kind, Random random, Instant now) {
        var subject = new Subject(
                kind,
                Objects.requireNonNull(NAMES.get(kind)),
                kind.japanese() + "の管理者（デモ）",
                "地区%d".formatted(1 + random.nextInt(5)),
                "",
                new Position(near(row, "latitude", random), near(row, "longitude", random)));
        var first = now.minus(Duration.ofHours(30 + random.nextInt(12)));
        var told = new ArrayList<Told>();
        told.add(told(kind, first, State.STOPPED, 0, random));
        int way = random.nextInt(4);
        var at = now.minus(Duration.ofMinutes(20 + random.nextInt(200)));
        if (way == 1) told.add(told(kind, at, State.PARTIAL, 10 + random.nextInt(80), random));
        if (way == 2) told.add(told(kind, at, State.RESTORED, 100, random));
        return new Given(subject, told);
    }

    private static BigDecimal near(Map<String, String> row, String column, Random random) {
        return new BigDecimal(value(row, column)).add(BigDecimal.valueOf(random.nextInt(61) - 30, 3));
    }

    private static Told told(Kind kind, Instant at, State state, int percent, Random random) {
        boolean restored = state.isRestored();
        var forecast = restored || random.nextInt(3) == 0
                ? null
                : LocalDate.ofInstant(at, Time.JAPAN).plusDays(3 + random.nextInt(60));
        Integer affected = !kind.isCounted() ? null : restored ? 0 : (100 - percent) * (1 + random.nextInt(90));
        return new Told(
                at,
                state,
                percent,
                forecast,
                affected,
                restored ? "デモ用：復旧しました。" : "デモ用に作った被害です。",
                "担当課（デモ）",
                restored ? null : at.plus(Duration.ofHours(48)));
    }

    private static List<LossReport> reports(String government, Random random, Instant now) {
        var reports = new ArrayList<LossReport>();
        int scale = 1 + random.nextInt(60);
        int count = 1 + random.nextInt(3);
        for (int serial = 1; serial <= count; serial++) {
            var at = now.minus(Duration.ofHours(6L * (count - serial) + 1));
            reports.add(TakeInDamage.report(
                    government,
                    OCCASION,
                    serial,
                    at,
                    losses(scale * serial, serial == count, random),
                    at.plus(Duration.ofHours(24))));
        }
        return reports;
    }

    /** @param counted whether the slow figures are known */
    private static Losses losses(int scale, boolean counted, Random random) {
        var figures = new EnumMap<Figure, Long>(Figure.class);
        figures.put(Figure.DEAD, scale / 30L);
        figures.put(Figure.MISSING, scale / 40L);
        figures.put(Figure.INJURED_SERIOUSLY, scale / 12L);
        figures.put(Figure.INJURED_SLIGHTLY, scale / 4L);
        figures.put(Figure.DESTROYED_HOUSES, scale * 2L);
        figures.put(Figure.HALF_HOUSES, scale * 5L);
        figures.put(Figure.PARTLY_HOUSES, scale * 20L);
        figures.put(Figure.ROADS, 1L + random.nextInt(scale));
        figures.put(Figure.WATER, scale * 90L);
        figures.put(Figure.POWER, scale * 120L);
        if (!counted) return new Losses(figures);
        figures.put(Figure.DESTROYED_HOUSEHOLDS, scale * 2L);
        figures.put(Figure.DESTROYED_PEOPLE, scale * 5L);
        figures.put(Figure.HALF_HOUSEHOLDS, scale * 5L);
        figures.put(Figure.HALF_PEOPLE, scale * 12L);
        figures.put(Figure.STRICKEN_HOUSEHOLDS, scale * 7L);
        figures.put(Figure.STRICKEN_PEOPLE, scale * 17L);
        for (var figure : Figure.Group.COSTS.figures())
            if (figure != Figure.COST_PUBLIC && figure != Figure.COST)
                figures.put(figure, 1000L * random.nextInt(scale * 10));
        return new Losses(figures);
    }

    private static String value(Map<String, String> row, String column) {
        return Objects.requireNonNull(row.get(column), column);
    }
}
