package noroshi.damage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.damage.Report.Held;
import noroshi.platform.Announcement;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.publishing.PublishingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportDamageTest extends PublishingTest {

    private final DamageStore store = new DamageStore(sql);
    private final DamageNews news = new DamageNews(outbox);
    private final ReportDamage report = new ReportDamage(tenancy, store, news, audit);
    private final ChangeDamage change = new ChangeDamage(tenancy, store, news, audit);
    private final Damages damages = new Damages(store, tenancy);
    private final List<String> heard = new ArrayList<>();

    @BeforeEach
    void listen() {
        listeners.add(ear());
    }

    private Listener ear() {
        return new Listener() {
            @Override
            public String name() {
                return "ear";
            }

            @Override
            public Set<String> topics() {
                return Set.of(DamageNews.STATE_CHANGED);
            }

            @Override
            public Lane lane() {
                return Lane.ORDINARY;
            }

            @Override
            public int batchMax() {
                return 10;
            }

            @Override
            public void handle(List<Announcement> batch) {
                batch.forEach(one -> heard.add(one.fact("from") + "→" + one.fact("to")));
            }
        };
    }

    private Told told(Instant at, State state, int percent) {
        return new Told(at, state, percent, null, null, "路面に亀裂", "土木事務所", at.plus(Duration.ofHours(6)));
    }

    private static Subject road() {
        return new Subject(Kind.ROAD, "国道45号", "国土交通省", "青葉区", "仙台市青葉区1", null);
    }

    private Damage added() {
        var outcome = change.handle(
                new ChangeDamage.Add(MIYAGI, road(), told(clock.instant(), State.STOPPED, 0), author, clock.instant()));
        return ((DamageOutcome.Done) outcome).damage();
    }

    private DamageOutcome tell(Damage damage, Told told, long seen) {
        return report.handle(new ReportDamage.Command(MIYAGI, damage.id(), told, seen, author, clock.instant()));
    }

    @Test
    void aReportHoldsIsLoggedAndOnTheRecordAndOnlyAChangeOfStateIsNews() {
        var damage = added();
        clock.set(clock.instant().plusSeconds(60));
        tell(damage, told(clock.instant(), State.STOPPED, 20), damage.report().id());
        var seen = damages.find(MIYAGI, damage.id()).orElseThrow().report().id();
        clock.set(clock.instant().plusSeconds(60));
        tell(damage, told(clock.instant(), State.RESTORED, 100), seen);
        deliverAnnouncements();

        assertThat(damages.find(MIYAGI, damage.id()).orElseThrow().says()).isEqualTo("通行可");
        assertThat(damages.log(MIYAGI, damage.id())).hasSize(3).allMatch(one -> one.held() == Held.NEWEST);
        assertThat(heard).containsExactly("STOPPED→RESTORED");
        assertThat(tenancy.everywhere(() -> sql.sql("select act from audit order by id")
                        .query(String.class)
                        .list()))
                .contains("damage.added", "damage.reported");
    }

    @Test
    void anOlderReportThatComesLateStaysInTheLogAndAnUnseenOneIsMarked() {
        var damage = added();
        clock.set(clock.instant().plusSeconds(600));
        tell(damage, told(clock.instant(), State.PARTIAL, 50), damage.report().id());
        tell(
                damage,
                told(clock.instant().minusSeconds(300), State.STOPPED, 10),
                damage.report().id());
        clock.set(clock.instant().plusSeconds(60));
        tell(damage, told(clock.instant(), State.PARTIAL, 60), damage.report().id());

        assertThat(damages.log(MIYAGI, damage.id()))
                .extracting(Report::held)
                .containsExactly(Held.CONFLICT, Held.NEWEST, Held.LATE, Held.NEWEST);
        assertThat(damages.find(MIYAGI, damage.id()).orElseThrow().told().percent())
                .isEqualTo(60);
    }

    @Test
    void aCorrectionIsNewsToNobodyAndAnOvertakenOneChangesNothing() {
        var damage = added();
        var better = new Subject(Kind.ROAD, "国道45号（原町）", "", "", "", null);
        var done = change.handle(new ChangeDamage.Correct(MIYAGI, damage.id(), 1, better, author, clock.instant()));
        var late = change.handle(new ChangeDamage.Correct(MIYAGI, damage.id(), 1, road(), author, clock.instant()));
        var other = new Subject(Kind.GAS, "x", "", "", "", null);
        deliverAnnouncements();

        assertThat(done).isInstanceOf(DamageOutcome.Done.class);
        assertThat(late).isInstanceOf(DamageOutcome.Overtaken.class);
        assertThat(change.handle(new ChangeDamage.Correct(MIYAGI, damage.id(), 2, other, author, clock.instant())))
                .isInstanceOf(DamageOutcome.Invalid.class);
        assertThat(heard).isEmpty();
    }

    @Test
    void anotherTownsOfficerMayNotTellAndItsDamageIsMissing() {
        var damage = added();
        var refused = report.handle(new ReportDamage.Command(
                MIYAGI, damage.id(), told(clock.instant(), State.RESTORED, 100), 1, sendai, clock.instant()));
        var missing = report.handle(new ReportDamage.Command(
                SENDAI, damage.id(), told(clock.instant(), State.RESTORED, 100), 1, sendai, clock.instant()));

        assertThat(refused).isInstanceOf(DamageOutcome.NotAllowed.class);
        assertThat(missing).isInstanceOf(DamageOutcome.Missing.class);
        assertThat(damages.list(SENDAI)).isEmpty();
        assertThat(tenancy.<Long>in(SENDAI, () -> sql.sql("select count(*) from damage_report")
                        .query(Long.class)
                        .single()))
                .isZero();
    }

    @Test
    void theLogCannotBeRewritten() {
        added();
        assertThatThrownBy(() -> tenancy.in(MIYAGI, () -> sql.sql("update damage_report set percent = 50")
                        .update()))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> tenancy.in(
                        MIYAGI, () -> sql.sql("delete from damage_report").update()))
                .hasStackTraceContaining("permission denied");
    }
}
