package noroshi.planning.continuity.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.ModelFile;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.failure.Fall;
import noroshi.planning.continuity.failure.Outage;
import noroshi.planning.continuity.failure.Repairs;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class RecoveryTest {

    private static final Model MODEL = ModelFile.read("""
            {"name":"n",
             "repairs":[{"id":"swap","hours":8,"uses":[{"resource":"crew","amount":1}]},
                        {"id":"car","hours":2,"uses":[{"resource":"generator","amount":1,"keeps":true}]}],
             "buildings":[{"id":"b","name":"b","position":[141,38],"elevation_m":5},{"id":"c","name":"c","position":[141,38],"elevation_m":5}],
             "powers":[{"id":"grid","name":"商用","source":"grid","building":"b"},{"id":"car1","name":"電源車1","source":"mobile","building":"b","repair":"car"},
                       {"id":"car2","name":"電源車2","source":"mobile","building":"c","repair":"car"}],
             "servers":[{"id":"m1","name":"m","building":"b","repair":"swap"},{"id":"m2","name":"m","building":"b","repair":"swap"},
                        {"id":"m3","name":"m","building":"c","repair":"swap"},{"id":"m4","name":"m","building":"c"}],
             "data":[{"id":"d","name":"d","server":"m1","repair":"swap","backups":[{"id":"x","building":"c","every_hours":5}]}],
             "systems":[{"id":"s1","name":"s1","servers":["m1"],"data":["d"],"restart_hours":1},{"id":"s2","name":"s2","servers":["m2"]},{"id":"s3","name":"s3","servers":["m3"]}],
             "services":[{"id":"v1","name":"v1","needs":["s1"],"weight":1},{"id":"v2","name":"v2","needs":["s2"],"weight":5},
                         {"id":"v3","name":"v3","needs_some_of":[{"at_least":1,"of":["s3","s2"]}],"weight":1},{"id":"v4","name":"v4","needs":["m4"]}],
             "scenarios":[{"id":"s","name":"s","fails":["m1","m2","m3","d"],"roads":[{"buildings":["c"],"open_after_hours":30}],"power_cut_hours":100,"horizon_hours":200,
               "resources":[{"id":"crew","name":"班","amounts":[{"from_hour":0,"amount":0},{"from_hour":4,"amount":1}]},
                            {"id":"generator","name":"電源車","amounts":[{"from_hour":0,"amount":1},{"from_hour":50,"amount":2}]}]}],
             "measures":[{"id":"crew","name":"班を増やす","yen":2000000,"changes":[{"change":"more-of","resource":"crew","amount":2}]},
                         {"id":"nothing","name":"無関係","yen":1000000,"changes":[{"change":"move","part":"m4","building":"b"}]},
                         {"id":"both","name":"代わり","yen":1000000,"changes":[{"change":"alternative","part":"s2","instead":"m2","alternative":"m4"}]}]}""");
    private static final Scenario SCENARIO = MODEL.scenarios().firstEntry().getValue();

    private static Recovery recovery() {
        return Recovery.of(MODEL, SCENARIO, new Fall(MODEL, SCENARIO), 1, 300, Effort.whatItTakes());
    }

    private static double end(Recovery recovery, String part) {
        return recovery.outages().getOrDefault(part, Outage.NONE).to();
    }

    @Test
    void theOnlyCrewBeginsWithWhatMattersMost() {
        var recovery = recovery();

        assertThat(recovery.tasks().stream()
                        .filter(task ->
                                task.part().startsWith("m") || task.part().equals("d"))
                        .map(Task::part))
                .containsExactly("m2", "m1", "d", "m3");
        assertThat(end(recovery, "v2")).isEqualTo(12);
        assertThat(end(recovery, "v3")).isEqualTo(12);
        assertThat(end(recovery, "v1")).isEqualTo(4 + 8 + 8 + 8 + 1);
        assertThat(recovery.lostServiceHours()).isCloseTo(5 * 12 + 12 + 29, within(1e-9));
    }

    @Test
    void handsEnoughAreNeverSlower() {
        var soonest = new Fall(MODEL, SCENARIO).outages(Repairs.AT_ONCE);

        recovery().outages().forEach((id, outage) -> assertThat(outage.to())
                .as(id)
                .isGreaterThanOrEqualTo(soonest.getOrDefault(id, Outage.NONE).to()));
    }

    @Test
    void aPowerCarStaysWhereItIs() {
        var cars = recovery().tasks().stream()
                .filter(task -> task.part().startsWith("car"))
                .toList();

        assertThat(cars).hasSize(2);
        assertThat(cars.getFirst().end()).isLessThanOrEqualTo(50);
        assertThat(cars.getLast().start()).isGreaterThanOrEqualTo(50);
    }

    @Test
    void measuresAreRankedByWhatAYenSaves() {
        var gains = Measures.ranked(MODEL, SCENARIO, 1, Effort.whatItTakes());

        assertThat(gains.stream().map(gain -> gain.measure().id())).containsExactly("both", "crew", "nothing");
        assertThat(gains.getFirst().hours()).isCloseTo(5 * 12 + 12 + 8, within(1e-9));
        assertThat(gains.get(1).hoursPerMillionYen()).isEqualTo(gains.get(1).hours() / 2);
        assertThat(gains.getLast().hours()).isEqualTo(0);
    }

    @Test
    void theFirstHoursAreTold() {
        var fall = new Fall(MODEL, SCENARIO);
        var events = Timeline.until(12, MODEL, fall, recovery());

        assertThat(events)
                .contains(
                        new Timeline.Event(0, Timeline.Step.HIT, "m1"),
                        new Timeline.Event(0, Timeline.Step.STOPS, "grid"),
                        new Timeline.Event(4, Timeline.Step.REPAIR_BEGINS, "m2"),
                        new Timeline.Event(12, Timeline.Step.REPAIRED, "m2"),
                        new Timeline.Event(12, Timeline.Step.WORKS_AGAIN, "v2"));
        assertThat(events)
                .allMatch(event -> event.hour() <= 12)
                .noneMatch(event -> event.part().equals("car1") && event.step() == Timeline.Step.HIT);
    }
}
