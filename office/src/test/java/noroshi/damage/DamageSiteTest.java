package noroshi.damage;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import noroshi.damage.DamageStore.Arrival;
import noroshi.damage.Report.Held;
import noroshi.site.SiteTest;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a fact about damage to all that readers get. */
class DamageSiteTest extends SiteTest {

    private static final int DAMAGES = 220;

    private final DamageForTests all = new DamageForTests(sql, tenancy, directory, outbox, audit);

    @BeforeEach
    void damages() {
        beans.registerSingleton("damage", new DamagePages(all.store, directory, settings(), clock));
        beans.registerSingleton("losses", new LossPages(all.losses, directory, clock));
        tenancy.runEverywhere(() -> {
            for (int i = 1; i <= DAMAGES; i++) add(i);
        });
        buildEverything();
    }

    private void add(int i) {
        var kind = Kind.values()[i % Kind.values().length];
        var position = new Position(new BigDecimal("38.2").add(BigDecimal.valueOf(i, 3)), new BigDecimal("140.9"));
        var subject = new Subject(kind, "被害%03d".formatted(i), "土木事務所", "地区" + i % 9, "仙台市%d番".formatted(i), position);
        long id = all.store.add(MIYAGI, subject, clock.instant());
        var told = new Told(
                clock.instant(),
                State.STOPPED,
                0,
                null,
                null,
                "",
                "土木事務所",
                clock.instant().plus(Duration.ofHours(9)));
        all.store.add(new Arrival(MIYAGI, id, told, clock.instant(), null, 0), Held.NEWEST);
    }

    private Damage damage(int number) {
        return all.damages.list(MIYAGI).stream()
                .filter(one -> one.subject().name().equals("被害%03d".formatted(number)))
                .findFirst()
                .orElseThrow();
    }

    private void report(Damage damage, State state, int percent) {
        clock.set(clock.instant().plusSeconds(1));
        var at = clock.instant();
        var forecast = state.isRestored() ? null : LocalDate.of(2026, 4, 1);
        var told = new Told(at, state, percent, forecast, null, "<b>仮復旧</b>", "土木事務所", at.plus(Duration.ofHours(1)));
        assertThat(all.report.handle(new ReportDamage.Command(
                        MIYAGI, damage.id(), told, damage.report().id(), publisher, at)))
                .isInstanceOf(DamageOutcome.Done.class);
    }

    @Test
    void oneReportIsOnEveryPageAndInTheDataWithinASecond() {
        var road = damage(78);
        assertThat(road.subject().kind()).isEqualTo(Kind.ROAD);
        long begun = System.nanoTime();
        report(road, State.PARTIAL, 40);
        deliverAnnouncements();
        long ms = (System.nanoTime() - begun) / 1_000_000;

        System.out.printf("one report among %d damages: %d ms to the snapshot%n", DAMAGES, ms);
        assertThat(get(road.path()))
                .contains("通行規制", "40％", "2026年4月1日", "&lt;b&gt;仮復旧", "次回更新")
                .doesNotContain("<b>仮");
        assertThat(get("/damage/road/")).contains("被害078", "復旧率 40％");
        assertThat(get("/l/damage/road/")).contains("被害078");
        assertThat(get("/t" + road.path())).contains("通行規制");
        assertThat(get("/damage/")).contains("<svg", "道路：停止19、一部1、確認中0、復旧0。");
        assertThat(get("/l/damage/")).doesNotContain("種類ごとの件数のグラフ").contains("道路");
        assertThat(get("/damage/map")).contains("被害078：通行規制");
        assertThat(get("/damage/all")).contains("宮城県");
        assertThat(get("/damage/damage.csv")).contains("道路,被害078,土木事務所", "通行規制,40,2026-04-01");
        assertThat(get("/damage/damage.geojson")).contains("\"restoredPercent\":40");
        assertThat(json.readTree(get("/damage/damage.json").substring(4))
                        .get("damage")
                        .size())
                .isEqualTo(DAMAGES);
        assertThat(json.readTree(get("/damage/damage.geojson").substring(4))
                        .get("features")
                        .size())
                .isEqualTo(DAMAGES);
        assertThat(ms).isLessThan(1000);
    }

    @Test
    void aPromiseThatIsNotKeptSaysSoByItselfWithTheOfficeGone() {
        var road = damage(78);
        report(road, State.PARTIAL, 40);
        deliverAnnouncements();
        assertThat(get(road.path())).doesNotContain("まだ更新されていません");
        clock.set(clock.instant().plus(Duration.ofMinutes(61)));

        for (var path : List.of("/damage/road/", road.path(), "/l/damage/road/1", "/t" + road.path()))
            assertThat(get(path)).as(path).contains("まだ更新されていません");
    }

    @Test
    void whatIsRestoredLeavesTheListAndOwesNothing() {
        var road = damage(78);
        report(road, State.RESTORED, 100);
        deliverAnnouncements();
        clock.set(clock.instant().plus(Duration.ofMinutes(61)));

        assertThat(get("/damage/road/")).doesNotContain("被害078");
        assertThat(get("/damage/road/1")).contains("被害078", "通行可");
        assertThat(get(road.path())).doesNotContain("まだ更新されていません");
    }

    @Test
    void aReportChangesAFewFragmentsHoweverMuchDamageThereIs() {
        report(damage(67), State.PARTIAL, 10);
        deliverAnnouncements();
        var before = fragments();
        report(damage(78), State.PARTIAL, 40);
        deliverAnnouncements();
        var after = fragments();

        after.removeAll(before);
        long bytes = after.stream().mapToLong(Fragment::storedBytes).sum();
        System.out.printf(
                "one report: %d new fragments, %d bytes (of %d fragments)%n", after.size(), bytes, before.size());
        assertThat(after.size()).isLessThan(45);
    }

    private Set<Fragment> fragments() {
        var found = new HashSet<Fragment>();
        var snapshot = snapshot();
        snapshot.keys(key -> {
            var timeline = snapshot.find(key);
            if (timeline == null || !key.path().contains("/damage")) return;
            for (var step : timeline.steps())
                if (step.value() instanceof Value.Page page)
                    for (var part : page.parts())
                        switch (part) {
                            case Part.Piece(var fragment) -> found.add(fragment);
                            case Part.Timed(var steps) -> steps.steps().forEach(one -> found.add(one.value()));
                            case Part.Slot slot -> {}
                            case Part.Blank blank -> {}
                        }
        });
        return found;
    }

    @Test
    void aTownsReportIsOnItsPageAndInThePrefecturesSum() {
        all.open.handle(
                new OpenOccasion.Command(new Occasion(MIYAGI, "quake", "令和8年の地震", clock.instant()), true, publisher));
        for (int serial = 0; serial < 2; serial++) {
            clock.set(clock.instant().plusSeconds(60));
            var losses = new Losses(Map.of(Figure.DEAD, 3L + serial, Figure.DESTROYED_HOUSES, 1234L));
            assertThat(all.reportLosses.handle(new ReportLosses.Command(
                            SENDAI,
                            "quake",
                            serial,
                            losses,
                            clock.instant(),
                            "",
                            "危機管理局",
                            null,
                            sendai,
                            clock.instant())))
                    .isInstanceOf(LossOutcome.Done.class);
        }
        deliverAnnouncements();

        assertThat(get("/damage/losses/")).contains("令和8年の地震");
        assertThat(get("/damage/losses/quake")).contains("1,234", "調査中", "<svg", "仙台市：全壊1,234棟、半壊0棟。");
        assertThat(get("/damage/losses/quake/municipalities")).contains("1,234", "第2報");
        assertThat(get("/damage/losses/quake.csv")).contains("041009,仙台市,2,", "人的被害 死者（人）");
        assertThat(json.readTree(get("/damage/losses/quake.json").substring(4))
                        .get("reports")
                        .get(0)
                        .get("figures")
                        .get("dead")
                        .asInt())
                .isEqualTo(4);
        var own = snapshot().resolve(noroshi.snapshot.Key.of(SENDAI, "/damage/losses/quake"), clock.instant());
        assertThat(own).isInstanceOf(noroshi.snapshot.Answer.Found.class);
    }
}
