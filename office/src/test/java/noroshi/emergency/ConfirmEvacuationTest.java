package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.publishing.Series;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfirmEvacuationTest extends EmergencyTest {

    private static final String EVENT = "evac-041009-TSUNAMI-4";

    private final EvacuationStore orders = new EvacuationStore(sql);
    private final OrderEvacuation order =
            new OrderEvacuation(tenancy, directory, orders, emergencies, declared, audit, clock);
    private final ConfirmEvacuation confirm = new ConfirmEvacuation(tenancy, orders, order, declared, audit, clock);
    private Officer second = watch;

    @BeforeEach
    void sendaiTellsOfEmergencies() {
        tenancy.runEverywhere(
                () -> series.put(new Series(SENDAI, "emergency", "緊急・防災情報", "", "news", "koho", "safety", 1)));
        second = add(SENDAI, "second", Role.APPROVER);
    }

    @Test
    void aLoneDecisionWaitsAndIsOverdueAfterItsTime() {
        alone();

        var waiting = confirm.waiting(SENDAI).getFirst();
        assertThat(waiting.isOverdue(clock.instant())).isFalse();
        assertThat(ConfirmEvacuation.may(second, waiting)).isTrue();
        assertThat(ConfirmEvacuation.may(sendai, waiting)).as("the decider").isFalse();
        assertThat(words()).containsExactly("避難指示（警戒レベル4）の発令は、急を要するため一人の職員が決めました。別の職員の確認を待っています。");
        assertThat(page()).contains("別の職員の確認を待っています").doesNotContain("連絡がつかない");
        clock.advance(EvacuationOrder.CONFIRMED_WITHIN.plusSeconds(1));
        assertThat(confirm.waiting(SENDAI).getFirst().isOverdue(clock.instant()))
                .isTrue();
    }

    @Test
    void aSecondPersonConfirmsAndBothAreOnTheRecordAndInTheTimeline() {
        var number = alone();
        told.clear();
        clock.advance(Duration.ofMinutes(20));

        assertThat(confirm.confirm(second, number, "内容は妥当です")).isEmpty();

        assertThat(confirm.waiting(SENDAI)).isEmpty();
        assertThat(confirm.confirm(second, number, "").toString())
                .as("once only")
                .contains("すでに確認");
        assertThat(words()).last().isEqualTo("避難指示（警戒レベル4）の発令を、別の職員が確認しました。");
        assertThat(page()).contains("別の職員が確認しました。").doesNotContain("待っています");
        assertThat(acts()).containsExactly("evacuation.proposed", "evacuation.alone", "evacuation.confirmed");
        assertThat(told).isEmpty();
        assertThat(changes()).as("no change of state, no CAP").hasSize(1);
    }

    @Test
    void aSecondPersonLiftsItAndTheLiftWaitsInItsTurn() {
        var number = alone();
        assertThat(confirm.lift(second, number, "").toString()).contains("解除する理由を");

        assertThat(confirm.lift(second, number, "対象の地域を誤っていました")).isEmpty();

        assertThat(tenancy.in(SENDAI, () -> emergencies.listActive(SENDAI))).isEmpty();
        var next = confirm.waiting(SENDAI);
        assertThat(next).hasSize(1).allMatch(one -> !one.issue());
        assertThat(confirm.lift(sendai, next.getFirst().id(), "やはり必要です").toString())
                .contains("あらためて発令を起案");
        assertThat(confirm.confirm(sendai, next.getFirst().id(), ""))
                .as("the first is the second of the lift")
                .isEmpty();
        assertThat(words()).contains("避難指示（警戒レベル4）の発令を、別の職員が確認し、解除しました。");
        assertThat(acts()).containsSubsequence("evacuation.alone", "evacuation.alone", "evacuation.overruled");
    }

    @Test
    void whatWasLiftedMeanwhileCanOnlyBeConfirmed() {
        var number = alone();
        var lift = order.propose(sendai, wanted(false)).order();
        assertThat(order.approve(second, lift).problems()).isEmpty();

        assertThat(confirm.lift(second, number, "対象の地域を誤っていました").toString()).contains("解除せずに確認だけ");
        assertThat(confirm.confirm(second, number, "")).isEmpty();
    }

    @Test
    void theDeciderCannotBeTheSecondPersonNotEvenInTheDatabase() {
        var number = alone();

        assertThat(confirm.confirm(sendai, number, "自分で確認").toString()).contains("決めた本人は確認できません");
        assertThat(confirm.confirm(author, number, "")).isNotEmpty();
        assertThatThrownBy(() -> set(number, sendai)).hasMessageContaining("evacuation_order");
        set(number, second);
        assertThatThrownBy(() -> set(number, add(SENDAI, "third", Role.APPROVER)))
                .hasMessageContaining("confirmed already");
    }

    private void set(long number, Officer by) {
        tenancy.run(
                SENDAI,
                () -> orders.confirm(
                        SENDAI, number, new EvacuationOrder.Confirmation(false, by.id(), clock.instant(), "")));
    }

    private long alone() {
        var number = order.propose(sendai, wanted(true)).order();
        assertThat(order.decideAlone(sendai, number, "承認者に連絡がつかないため").problems())
                .isEmpty();
        return number;
    }

    private EvacuationOrder wanted(boolean issue) {
        return new EvacuationOrder(
                0,
                issue,
                Hazard.TSUNAMI,
                EvacuationLevel.ORDER,
                List.of(),
                "津波のおそれがあります。",
                false,
                0,
                clock.instant(),
                "",
                "");
    }

    private List<EmergencyChange> changes() {
        return tenancy.in(SENDAI, () -> emergencies.changes(SENDAI, EVENT));
    }

    private List<String> words() {
        return tenancy.in(SENDAI, () -> notes.of(SENDAI, EVENT)).stream()
                .map(EventNote::words)
                .toList();
    }

    private String page() {
        long article =
                java.util.Objects.requireNonNull(changes().getLast().emergency().article());
        return tenancy.in(SENDAI, () -> articles.listEditions(SENDAI, article))
                .getFirst()
                .content()
                .body();
    }

    private List<String> acts() {
        return tenancy.in(SENDAI, () -> sql.sql("select act from audit where act like 'evacuation.%' order by id")
                .query(String.class)
                .list());
    }
}
