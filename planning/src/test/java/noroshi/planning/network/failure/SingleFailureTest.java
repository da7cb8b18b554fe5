package noroshi.planning.network.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import noroshi.planning.network.NetworkFile;
import noroshi.planning.network.Node;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class SingleFailureTest {

    private static final noroshi.planning.network.Network RING = NetworkFile.json("""
            {"buildings":[{"id":"hall","role":"centre","failuresPerYear":0.5,"repairHours":4},{"id":"a"},{"id":"b"},{"id":"c"},{"id":"lone"}],
             "links":[{"id":"ha","from":"hall","to":"a","capacityMbps":1,"failuresPerYear":2,"repairHours":6},
                      {"id":"hb","from":"hall","to":"b","capacityMbps":1},
                      {"id":"ab","from":"a","to":"b","capacityMbps":1},
                      {"id":"bc","from":"b","to":"c","capacityMbps":1,"failuresPerYear":2,"repairHours":6}],
             "groups":[{"id":"duct","links":["ha","hb"],"failuresPerYear":0.1,"repairHours":24}]}""");

    @Test
    void eachFailureNamesWhomItCutsOff() {
        assertThat(cutOff("ha")).isEmpty();
        assertThat(cutOff("bc")).containsExactly("c");
        assertThat(cutOff("b")).containsExactly("c");
        assertThat(cutOff("hall")).containsExactly("a", "b", "c");
        assertThat(cutOff("duct")).containsExactly("a", "b", "c");
    }

    @Test
    void itIsExpectedHowOftenTimesHowLongTimesHowMany() {
        assertThat(of("duct").officeHoursPerYear()).isCloseTo(0.1 * 24 * 3, within(1e-9));
        assertThat(of("bc").officeHoursPerYear()).isCloseTo(12, within(1e-9));
        assertThat(of("ha").officeHoursPerYear()).isZero();
    }

    @Test
    void anOfficesChanceIsThatOfItsLinks() {
        var all = Availability.ofOffices(RING, 1, Effort.whatItTakes());
        double link = 12 / (8766.0 + 12);
        double usual = 6 / (8766.0 + 6);
        double hall = 1 - 2 / (8766.0 + 2);

        assertThat(all.get(3).chance().estimate()).isZero();
        double toB = 1 - usual * (1 - (1 - link) * (1 - usual));
        assertThat(all.get(1).chance().estimate()).isCloseTo(hall * toB, within(1e-12));
        assertThat(all.get(2).chance().estimate()).isCloseTo(hall * toB * (1 - link), within(1e-12));
        assertThat(all).allMatch(Availability::exact);
    }

    @Test
    void anOfficeHasAsManyWaysAsLinksMustFail() {
        var ways = Ways.ofOffices(RING);

        assertThat(ways).extracting(each -> each.cut().size()).containsExactly(2, 2, 1, 0);
        assertThat(ways.get(2).cut())
                .extracting(noroshi.planning.network.Link::id)
                .containsExactly("bc");
        assertThat(ways).extracting(Ways::mbps).containsExactly(2L, 2L, 1L, 0L);
    }

    private static List<String> cutOff(String id) {
        return of(id).cutOff().stream().map(Node::id).toList();
    }

    private static SingleFailure of(String id) {
        return SingleFailure.all(RING).stream()
                .filter(single -> single.what().name().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
