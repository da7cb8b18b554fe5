package noroshi.planning.continuity.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonFatesTest {

    private static List<Fate> fates(String backups, String rest) {
        return CommonFates.of(Town.with("""
                "servers":[{"id":"m","name":"m","building":"low","height_m":1}],
                "data":[{"id":"d","name":"d","server":"m","backups":[%s]}]%s""".formatted(backups, rest)));
    }

    @Test
    void originalAndCopyInOneZoneShareAFate() {
        assertThat(fates("{\"id\":\"b\",\"building\":\"hall\",\"every_hours\":24}", ""))
                .containsExactly(new Fate(Fate.Kind.COPIES_IN_ZONE, "valley", "d", List.of("d", "b")));
    }

    @Test
    void aCopyOutsideTheZoneEndsTheFinding() {
        assertThat(fates(
                        "{\"id\":\"b\",\"building\":\"hall\",\"every_hours\":24},{\"id\":\"c\",\"building\":\"hill\",\"every_hours\":99}",
                        ""))
                .isEmpty();
        assertThat(fates("{\"id\":\"b\",\"building\":\"hall\",\"height_m\":4,\"every_hours\":24}", ""))
                .isEmpty();
    }

    @Test
    void aCopyIsWorthNothingWithoutItsKey() {
        assertThat(fates("{\"id\":\"b\",\"building\":\"hill\",\"every_hours\":24,\"key\":{\"building\":\"hall\"}}", ""))
                .containsExactly(new Fate(Fate.Kind.COPIES_IN_ZONE, "valley", "d", List.of("d", "b/key")));
    }

    @Test
    void oneBuildingIsOneFate() {
        assertThat(fates("{\"id\":\"b\",\"building\":\"low\",\"height_m\":12,\"every_hours\":24}", ""))
                .containsExactly(new Fate(Fate.Kind.COPIES_IN_BUILDING, "low", "d", List.of("d", "b")));
    }

    @Test
    void dataWithoutCopyIsNoCommonFate() {
        assertThat(fates("", "")).isEmpty();
    }

    @Test
    void alternativesThatDrownTogetherAreFound() {
        var lines = """
                ,"lines":[{"id":"l1","name":"l","path":[[140.9,38.03],[141.2,38.03]],"elevation_m":1},
                         {"id":"l2","name":"l","path":[[140.9,38.02],[141.2,38.02]],"elevation_m":1},
                         {"id":"l3","name":"l","path":[[140.9,38.01],[141.2,38.01]],"elevation_m":7}],
                "systems":[{"id":"bad","name":"s","needs_some_of":[{"at_least":1,"of":["l1","l2"]}]},
                           {"id":"good","name":"s","needs_some_of":[{"at_least":1,"of":["l1","l3"]}]},
                           {"id":"greedy","name":"s","needs_some_of":[{"at_least":2,"of":["l1","l2","l3"]}]},
                           {"id":"single","name":"s","needs":["l1"]},
                           {"id":"follower","name":"s","needs":["bad"]},
                           {"id":"doomed","name":"s","needs":["m"],"needs_some_of":[{"at_least":1,"of":["l1","l2"]}]}]""";

        assertThat(fates("", lines))
                .containsExactlyInAnyOrder(
                        new Fate(Fate.Kind.ALTERNATIVES_IN_ZONE, "valley", "bad", List.of("l1", "l2")),
                        new Fate(Fate.Kind.ALTERNATIVES_IN_ZONE, "valley", "greedy", List.of("l1", "l2")));
    }
}
