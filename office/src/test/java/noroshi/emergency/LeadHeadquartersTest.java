package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.emergency.HeadquartersAct.Act;
import org.junit.jupiter.api.Test;

class LeadHeadquartersTest extends EmergencyTest {

    private final DeclareEmergency declare =
            new DeclareEmergency(tenancy, directory, emergencies, declared, audit, clock);
    private final EmergencyBanners banners = new EmergencyBanners(emergencies, headquarters);

    @Test
    void aWatchBecomesAHeadquartersAndIsDissolvedAndAllOfItStays() {
        var number = established(HeadquartersKind.WATCH, "", false);
        clock.advance(Duration.ofHours(2));
        assertThat(lead.change(watch, number, terms(HeadquartersKind.DISASTER, "", false))
                        .problems())
                .isEmpty();
        clock.advance(Duration.ofDays(3));
        assertThat(lead.dissolve(watch, number, "応急対策がおおむね終わったため", clock.instant())
                        .problems())
                .isEmpty();

        var one = lead.newest(MIYAGI).getFirst();
        assertThat(one.acts())
                .extracting(HeadquartersAct::act)
                .containsExactly(Act.ESTABLISHED, Act.CHANGED, Act.DISSOLVED);
        assertThat(one.told(2)).isEqualTo("災害警戒本部を災害対策本部に改めました。");
        assertThat(one.told(3)).isEqualTo("災害対策本部を解散しました。");
        assertThat(one.stands()).isFalse();
        assertThat(tenancy.in(MIYAGI, () -> banners.banners(MIYAGI))).isEmpty();
        assertThat(told).as("nobody has to do anything").isEmpty();
        assertThat(acts())
                .containsExactly("headquarters.established", "headquarters.changed", "headquarters.dissolved");
    }

    @Test
    void severalStandAtOnceAndOneSentTwiceIsOne() {
        established(HeadquartersKind.DISASTER, "", false);
        established(HeadquartersKind.LOCAL, "", false);

        assertThat(lead.establish(watch, terms(HeadquartersKind.LOCAL, "", false))
                        .problems()
                        .toString())
                .contains("すでに設置されています");

        assertThat(lead.newest(MIYAGI)).hasSize(2).allMatch(Headquarters::stands);
        assertThat(tenancy.in(MIYAGI, () -> banners.banners(MIYAGI))).hasSize(2);
    }

    @Test
    void whatIsDissolvedStaysDissolvedAndANewOneFollows() {
        var first = established(HeadquartersKind.DISASTER, "", false);
        lead.dissolve(watch, first, "終わったため", clock.instant());

        assertThat(lead.change(watch, first, terms(HeadquartersKind.WATCH, "", false))
                        .problems())
                .isNotEmpty();
        assertThat(established(HeadquartersKind.DISASTER, "", false)).isEqualTo(first + 1);
    }

    @Test
    void itStandsInTheTimelineOfItsEmergencyAndMailsNobody() {
        var event = declared(false);
        told.clear();
        var number = established(HeadquartersKind.DISASTER, event, false);
        clock.advance(Duration.ofHours(1));
        lead.dissolve(watch, number, "落ち着いたため", clock.instant());

        var notes = tenancy.in(MIYAGI, () -> this.notes.of(MIYAGI, event));
        assertThat(notes).extracting(EventNote::words).containsExactly("災害対策本部を設置しました。大雨のため", "災害対策本部を解散しました。落ち着いたため");
        assertThat(page(event)).contains("災害対策本部を設置しました。", "災害対策本部を解散しました。");
        assertThat(tenancy.in(MIYAGI, () -> emergencies.changes(MIYAGI, event)))
                .as("no change of state")
                .hasSize(1);
        assertThat(told).isEmpty();
    }

    @Test
    void whatIsForADrillIsADrillAndNothingIsBoth() {
        var drill = declared(true);
        var real = declared(false);

        var number = established(HeadquartersKind.DISASTER, drill, false);
        assertThat(lead.newest(MIYAGI).getFirst().newest().mark()).isEqualTo("drill");
        assertThat(lead.establish(watch, terms(HeadquartersKind.DISASTER, real, true))
                        .problems()
                        .toString())
                .contains("訓練の本部は");
        assertThat(lead.change(watch, number, terms(HeadquartersKind.DISASTER, real, false))
                        .problems()
                        .toString())
                .contains("この緊急態勢は選べません");
        assertThat(tenancy.in(MIYAGI, () -> banners.banners(MIYAGI)))
                .filteredOn(banner -> banner.word().equals("災害対策本部"))
                .allSatisfy(banner -> assertThat(banner.mark()).isEqualTo("drill"));
    }

    @Test
    void theDatabaseItselfKeepsTheOrderOfActs() {
        var number = established(HeadquartersKind.DISASTER, "", false);
        lead.dissolve(watch, number, "終わったため", clock.instant());
        var after = act(number, 3, Act.CHANGED, "", clock.instant());

        assertThatThrownBy(() -> tenancy.run(MIYAGI, () -> headquarters.add(after, watch.id())))
                .hasMessageContaining("is dissolved");
        var other = established(HeadquartersKind.WATCH, "", true);
        assertThatThrownBy(() -> tenancy.run(
                        MIYAGI, () -> headquarters.add(act(other, 2, Act.CHANGED, "", clock.instant()), watch.id())))
                .hasMessageContaining("cannot turn from \"drill\"");
        assertThatThrownBy(() -> tenancy.run(
                        MIYAGI,
                        () -> headquarters.add(
                                act(
                                        other,
                                        2,
                                        Act.CHANGED,
                                        "drill",
                                        clock.instant().minusSeconds(60)),
                                watch.id())))
                .hasMessageContaining("before the last one");
        assertThatThrownBy(() -> tenancy.run(MIYAGI, () -> sql.sql("update headquarters_act set head = 'x'")
                        .update()))
                .hasMessageContaining("headquarters_act");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndOnlyTheEmergencyRoleActs() {
        var wrong = new HeadquartersTerms(
                HeadquartersKind.DISASTER,
                "",
                "",
                "",
                "",
                "",
                false,
                clock.instant().plus(Duration.ofHours(1)));

        assertThat(lead.establish(watch, wrong).problems())
                .extracting(problem -> problem.field())
                .containsExactly("place", "head", "reason", "at");
        assertThat(lead.establish(author, terms(HeadquartersKind.DISASTER, "", false))
                        .problems())
                .isNotEmpty();
        assertThat(lead.newest(MIYAGI)).isEmpty();
    }

    private int established(HeadquartersKind kind, String event, boolean drill) {
        var outcome = lead.establish(watch, terms(kind, event, drill));
        assertThat(outcome.problems()).isEmpty();
        return outcome.headquarters();
    }

    private HeadquartersTerms terms(HeadquartersKind kind, String event, boolean drill) {
        return new HeadquartersTerms(kind, "", event, "県庁2階 講堂", "知事", "大雨のため", drill, clock.instant());
    }

    private HeadquartersAct act(int number, int serial, Act act, String mark, Instant at) {
        return new HeadquartersAct(
                MIYAGI, number, serial, act, HeadquartersKind.DISASTER, "", "", "県庁", "知事", "理由", mark, at, at);
    }

    private String declared(boolean drill) {
        var outcome = declare.handle(new DeclareEmergency.Command(
                watch,
                new Declaration(
                        Hazard.HEAVY_RAIN,
                        Level.DANGER,
                        Phase.ALERT,
                        "大雨に警戒",
                        List.of(SENDAI),
                        "大雨です。",
                        drill,
                        clock.instant().plus(Duration.ofHours(6)))));
        assertThat(outcome.problems()).isEmpty();
        return outcome.event();
    }

    private String page(String event) {
        long article = java.util.Objects.requireNonNull(tenancy.in(MIYAGI, () -> emergencies.changes(MIYAGI, event))
                .getLast()
                .emergency()
                .article());
        return tenancy.in(MIYAGI, () -> articles.listEditions(MIYAGI, article))
                .getFirst()
                .content()
                .body();
    }

    private List<String> acts() {
        return tenancy.in(MIYAGI, () -> sql.sql("select act from audit where act like 'headquarters.%' order by id")
                .query(String.class)
                .list());
    }
}
