package noroshi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.InstantSource;
import noroshi.replay.Player;
import noroshi.replay.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A short form of {@code ./noroshi replay 2011}: whatever is sent to the office's API stands at the beacon, in the feeds, in CAP and in the mails. */
@ExtendWith(WithDemonstration.class)
class ReplayDisasterTest {

    private static final long SEED = 20_110_311;

    private final Demonstration demonstration;

    ReplayDisasterTest(Demonstration demonstration) {
        this.demonstration = demonstration;
    }

    @Test
    void everythingThatIsSentFollows() throws IOException, InterruptedException {
        try (var world = new World(
                demonstration.publicUrl(), demonstration.officeUrl(), demonstration.mailUrl(), demonstration.data())) {
            assertThat(new Player(world, InstantSource.system(), System.out).brief(SEED))
                    .as("all of it followed; what did not is printed above")
                    .isTrue();
        }
    }
}
