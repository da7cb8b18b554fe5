package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvacuationTest {

    @Test
    void theLevelsAreThoseOf2021() {
        assertThat(EvacuationLevel.values())
                .extracting(level -> level.number() + level.japanese())
                .containsExactly("3高齢者等避難", "4避難指示", "5緊急安全確保");
    }

    @Test
    void blocksStandAtLevelsOfTheirOwn() {
        var standing = Evacuation.of(
                List.of(issue(EvacuationLevel.ELDERLY, "門脇町", "南浜町"), issue(EvacuationLevel.ORDER, "南浜町")));

        assertThat(standing.at(EvacuationLevel.ELDERLY)).containsExactly("門脇町");
        assertThat(standing.at(EvacuationLevel.ORDER)).containsExactly("南浜町");
    }

    @Test
    void aLiftTakesAwayItsOwnLevelOnly() {
        var standing = Evacuation.of(List.of(
                issue(EvacuationLevel.ELDERLY, "門脇町"),
                issue(EvacuationLevel.ORDER, "南浜町"),
                lift(EvacuationLevel.ELDERLY)));

        assertThat(standing.levels()).containsOnlyKeys("南浜町");
    }

    @Test
    void theWholeMunicipalityTakesInWhatIsMilder() {
        var standing = Evacuation.of(List.of(
                issue(EvacuationLevel.ELDERLY, "門脇町"),
                issue(EvacuationLevel.SAFETY, "南浜町"),
                issue(EvacuationLevel.ORDER)));

        assertThat(standing.at(EvacuationLevel.ELDERLY)).isEmpty();
        assertThat(standing.at(EvacuationLevel.ORDER)).containsExactly(Evacuation.WHOLE);
        assertThat(standing.at(EvacuationLevel.SAFETY)).containsExactly("南浜町");
    }

    @Test
    void whatWaitsOrWasRefusedHoldsNowhere() {
        assertThat(Evacuation.of(List.of(order(true, EvacuationLevel.ORDER, "waiting")))
                        .levels())
                .isEmpty();
        assertThat(Evacuation.of(List.of(order(true, EvacuationLevel.ORDER, "refused")))
                        .levels())
                .isEmpty();
    }

    @Test
    void onlyWhereSomeoneHasToDoMoreIsItGraver() {
        var before = Evacuation.of(List.of(issue(EvacuationLevel.ORDER)));
        var milder = before.after(issue(EvacuationLevel.ELDERLY, "門脇町"));
        var graver = before.after(issue(EvacuationLevel.SAFETY, "門脇町"));

        assertThat(milder.isGraverThan(before, EvacuationLevel.ELDERLY)).isFalse();
        assertThat(graver.isGraverThan(before, EvacuationLevel.SAFETY)).isTrue();
    }

    @Test
    void whatChangesNothingIsNoOrder() {
        var whole = Evacuation.of(List.of(issue(EvacuationLevel.ORDER)));

        assertThat(whole.problems(issue(EvacuationLevel.ORDER)).toString()).contains("すでに同じ情報");
        assertThat(whole.problems(lift(EvacuationLevel.SAFETY)).toString()).contains("出ていません");
        assertThat(whole.problems(lift(EvacuationLevel.ORDER, "門脇町")).toString())
                .contains("町字ごとには解除できません");
    }

    private static EvacuationOrder issue(EvacuationLevel level, String... blocks) {
        return order(true, level, "approved", blocks);
    }

    private static EvacuationOrder lift(EvacuationLevel level, String... blocks) {
        return order(false, level, "approved", blocks);
    }

    private static EvacuationOrder order(boolean issue, EvacuationLevel level, String decision, String... blocks) {
        return new EvacuationOrder(
                1, issue, Hazard.TSUNAMI, level, List.of(blocks), "津波です。", false, 1, Instant.EPOCH, decision, "");
    }
}
