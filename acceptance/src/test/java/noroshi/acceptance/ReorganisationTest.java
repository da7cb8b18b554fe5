package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two departments become one, and two again; readers' addresses never break. The same with 500 pages: ./noroshi bench reorganisation. */
@ExtendWith(WithDemonstration.class)
class ReorganisationTest {

    private static final int PAGES = 60;

    @Test
    void aMergerIsSeenAtTheBeaconWithinSecondsAndCanBeTakenBack(Demonstration demonstration) throws IOException {
        try (var http = new Http()) {
            var merger = new Merger(http, demonstration, "walk");
            merger.signIn();
            merger.prepare(PAGES);
            var plan = merger.plan();

            var seen = merger.merge(plan);
            System.out.println(seen);
            assertThat(seen.allMs()).isLessThan(10_000);
            assertThat(seen.redirects()).isEqualTo(3 * 2 * (2 + 2));

            merger.undo(plan);
        }
    }
}
