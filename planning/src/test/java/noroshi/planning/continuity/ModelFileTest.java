package noroshi.planning.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import noroshi.planning.input.Faults;
import noroshi.planning.input.Faulty;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final String FULL_OF_FAULTS = """
                {"name":"誤りだらけ",
                 "zones":[{"id":"z","name":"z","water_m":1,"area":[[1,1],[2,2]]},
                          {"id":"bow","name":"z","water_m":1,"area":[[0,0],[1,1],[1,0],[0,1]]}],
                 "repairs":[{"id":"r","hours":-3,"uses":[{"resource":"crew","amount":9},{"resource":"nobody","amount":1}]}],
                 "buildings":[{"id":"b","name":"b","position":[38.2],"elevation_m":99999},
                              {"id":"b","name":"b","position":[38.2,140.9],"elevation_m":1}],
                 "servers":[{"id":"m1","name":"m","on":"m2"},{"id":"m2","name":"m","on":"m1"},
                            {"id":"m3","name":"m","building":"nowhere"},{"id":"m4","name":"m","building":"m1"}],
                 "powers":[{"id":"p","name":"p","building":"b"}],
                 "data":[{"id":"d","name":"d","server":"m1","backups":[{"id":"x","building":"b","every_hours":-1}]}],
                 "systems":[{"id":"s","name":"s","needs":["ghost"],"needs_some_of":[{"at_least":3,"of":["m1","m2"]}],"rto_hour":4}],
                 "services":[{"id":"v","name":"v","weight":-1}],
                 "scenarios":[{"id":"c","name":"c","floods":[{"zone":"sea"}],"fails":["ghost"],
                               "resources":[{"id":"crew","name":"班","amounts":[{"from_hour":0,"amount":2}]}]}],
                 "measures":[{"id":"a","name":"a","yen":0,"changes":[{"change":"pray"}]}]}""";

    private static List<String> faults(String text) {
        return catchThrowableOfType(Faulty.class, () -> ModelFile.read(text)).faults().stream()
                .map(Faults.Fault::toString)
                .toList();
    }

    @Test
    void everyFaultIsToldAtOnce() {
        var faults = faults(FULL_OF_FAULTS);

        assertThat(faults)
                .contains(
                        "/zones/0/area: must have at least three points",
                        "/zones/1/area: crosses itself",
                        "/repairs/0/hours: must be a number from 0 to 100000, not -3",
                        "/repairs/0/uses/1/resource: there is no resource 'nobody' in any scenario",
                        "/repairs/0/uses: takes 9 of 'crew', scenario 'c' has 2 in the end",
                        "/buildings/0/position: must be longitude and latitude in degrees",
                        "/buildings/1/id: the part 'b' is there twice",
                        "/buildings/1/position: has a latitude of 140.9: longitude comes first",
                        "/servers/2/building: there is no part 'nowhere'",
                        "/servers/3/building: 'm1' stands in servers, here only something of buildings can stand",
                        "/powers/0/source: must be grid, generator, battery or mobile",
                        "/data/0/backups/0/every_hours: must be a number from 0 to 100000, not -1",
                        "/systems/0/needs: there is no part 'ghost'",
                        "/systems/0/needs_some_of/0/at_least: 3 of 2 can never work",
                        "/services/0/weight: must be a number from 0 to 1000000, not -1",
                        "/scenarios/0/floods/0/zone: there is no zone 'sea'",
                        "/scenarios/0/fails: there is no part 'ghost'");
        assertThat(faults)
                .anyMatch(fault -> fault.startsWith("/servers/0/needs: needs itself: m1 → m2 → m1"))
                .anyMatch(fault -> fault.startsWith("/systems/0/rto_hour: is not known here"))
                .anyMatch(fault -> fault.startsWith("/measures/0/yen: must be"))
                .anyMatch(fault -> fault.startsWith("/measures/0/changes/0/change: must be one of"));
    }

    @Test
    void aMeasureThatMakesACircleIsAFault() {
        assertThat(faults("""
                {"name":"n","servers":[],"systems":[{"id":"a","name":"a"},{"id":"c","name":"c"},{"id":"b","name":"b","needs":["a"]}],
                 "services":[{"id":"v","name":"v"}],
                 "measures":[{"id":"x","name":"x","yen":1,"changes":[{"change":"alternative","part":"b","instead":"a","alternative":"b"}]}]}""")).containsExactly("/measures/0/changes: b would need itself: b → b");
    }

    @Test
    void whatIsNeededComesFirst() {
        var model = ModelFile.read("""
                {"name":"n","systems":[{"id":"a","name":"a","needs":["b"]},{"id":"b","name":"b","needs":["c"]},{"id":"c","name":"c"}]}""");

        assertThat(model.parts().keySet()).containsExactly("c", "b", "a");
        assertThat(model.part("a").needs()).containsExactly(Need.one("b"));
    }
}
