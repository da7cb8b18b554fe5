package noroshi.damage;

import static noroshi.damage.Figure.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import noroshi.people.Officer;
import noroshi.publishing.PublishingTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportLossesTest extends PublishingTest {

    private final LossStore store = new LossStore(sql);
    private final LossReports reports = new LossReports(store, directory, tenancy);
    private final OpenOccasion open = new OpenOccasion(tenancy, store, audit);
    private final ReportLosses report =
            new ReportLosses(tenancy, store, reports, directory, new DamageNews(outbox), audit);

    @BeforeEach
    void occasion() {
        var occasion = new Occasion(MIYAGI, "quake", "令和8年3月11日の地震", clock.instant());
        assertThat(open.handle(new OpenOccasion.Command(occasion, true, publisher)))
                .isInstanceOf(OpenOccasion.Ended.Opened.class);
    }

    private LossOutcome send(String government, int seen, Map<Figure, Long> figures, Officer by) {
        clock.set(clock.instant().plusSeconds(60));
        return report.handle(new ReportLosses.Command(
                government,
                "quake",
                seen,
                new Losses(figures),
                clock.instant(),
                "",
                "危機管理課",
                null,
                by,
                clock.instant()));
    }

    @Test
    void reportsAreCountedFromOneAndThePrefectureSeesTheirSum() {
        assertThat(send(SENDAI, 0, Map.of(DEAD, 1L), sendai)).isInstanceOf(LossOutcome.Done.class);
        var second = (LossOutcome.Done) send(SENDAI, 1, Map.of(DEAD, 3L, MISSING, 2L), sendai);
        var total = reports.total(reports.occasion(MIYAGI, "quake").orElseThrow());

        assertThat(second.report().serial()).isEqualTo(2);
        assertThat(reports.log(SENDAI, "quake")).extracting(LossReport::serial).containsExactly(2, 1);
        assertThat(total.reported()).isEqualTo(1);
        assertThat(total.sum().figures()).isEqualTo(Map.of(DEAD, 3L, MISSING, 2L));
        assertThat(reports.occasions(SENDAI)).hasSize(1);
    }

    @Test
    void aContradictionIsNamedAtItsFieldAndNothingIsWritten() {
        var outcome = send(SENDAI, 0, Map.of(DEAD, 1L, DEAD_RELATED, 2L), sendai);

        assertThat(outcome).isInstanceOfSatisfying(LossOutcome.Contradicting.class, wrong -> assertThat(wrong.all())
                .extracting(Contradiction::field)
                .containsExactly("dead_related"));
        assertThat(reports.log(SENDAI, "quake")).isEmpty();
        assertThat(send(SENDAI, 0, Map.of(), sendai)).isInstanceOf(LossOutcome.Contradicting.class);
    }

    @Test
    void whoHasNotSeenTheNewestReportDoesNotWriteTheNext() {
        send(SENDAI, 0, Map.of(DEAD, 1L), sendai);

        assertThat(send(SENDAI, 0, Map.of(DEAD, 5L), sendai)).isInstanceOf(LossOutcome.Overtaken.class);
        assertThat(reports.log(SENDAI, "quake")).hasSize(1);
    }

    @Test
    void thePrefectureTypesNoFiguresAndOthersMayNot() {
        assertThat(send(MIYAGI, 0, Map.of(DEAD, 1L), publisher)).isInstanceOf(LossOutcome.NotAllowed.class);
        assertThat(send(SENDAI, 0, Map.of(DEAD, 1L), publisher)).isInstanceOf(LossOutcome.NotAllowed.class);
        assertThat(report.handle(new ReportLosses.Command(
                        SENDAI,
                        "flood",
                        0,
                        new Losses(Map.of(DEAD, 1L)),
                        clock.instant(),
                        "",
                        "市",
                        null,
                        sendai,
                        clock.instant())))
                .isInstanceOf(LossOutcome.Missing.class);
        assertThat(open.handle(
                        new OpenOccasion.Command(new Occasion(SENDAI, "own", "市の災害", clock.instant()), false, sendai)))
                .isInstanceOf(OpenOccasion.Ended.Refused.class);
    }

    @Test
    void aReportIsNeverChanged() {
        send(SENDAI, 0, Map.of(DEAD, 1L), sendai);

        assertThatThrownBy(() -> tenancy.in(SENDAI, () -> sql.sql("update loss_report set serial = 9")
                        .update()))
                .hasStackTraceContaining("permission denied");
        assertThat(tenancy.<Long>in(MIYAGI, () -> sql.sql("select count(*) from loss_report")
                        .query(Long.class)
                        .single()))
                .isZero();
    }
}
