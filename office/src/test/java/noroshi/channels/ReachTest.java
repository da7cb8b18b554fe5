package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The number shown before publishing is the number of rows in the ledger after it. */
class ReachTest extends ChannelsTest {

    private final Reach reach = new Reach(tenancy, sql);

    @BeforeEach
    void somePeople() {
        subscribed(MIYAGI, "everything@example.jp", Set.of(), Set.of());
        subscribed(MIYAGI, "aoba@example.jp", Set.of("emergency"), Set.of("041017"));
        subscribed(MIYAGI, "sendai@example.jp", Set.of(), Set.of("041009"));
        subscribed(MIYAGI, "ishinomaki@example.jp", Set.of("emergency"), Set.of("042021"));
        subscribed(MIYAGI, "press@example.jp", Set.of("press"), Set.of());
        subscribed(SENDAI, "elsewhere@example.jp", Set.of(), Set.of());
    }

    @Test
    void asManyAreAnnouncedAsAreTold() {
        for (var areas : List.of(
                List.of("041017"), List.of("041009"), List.of("r-sendai"), List.of("040002"), List.<String>of())) {
            int announced = reach.count(MIYAGI, "emergency", areas);
            // Alerts in quick succession are held back for an officer to look at.
            clock.advance(Duration.ofHours(2));
            int before = ledger("id").size();
            emergency("お知らせ " + areas, areas.toArray(String[]::new));
            deliverAnnouncements();

            assertThat(ledger("id").size() - before).as("told in %s", areas).isEqualTo(announced);
        }
    }

    @Test
    void whoChoseAnotherTownIsNotCounted() {
        assertThat(reach.count(MIYAGI, "emergency", List.of("042021"))).isEqualTo(2);
        assertThat(reach.count(MIYAGI, "emergency", List.of("r-sendai"))).isEqualTo(3);
    }
}
