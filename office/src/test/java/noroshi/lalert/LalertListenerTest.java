package noroshi.lalert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import noroshi.platform.Announcement;
import noroshi.platform.Event;
import org.junit.jupiter.api.Test;

class LalertListenerTest {

    private static Announcement of(long id, String government, String topic) {
        return new Announcement(id, government, new Event(topic, "1", Map.of()), Instant.EPOCH, 0);
    }

    @Test
    void sheltersThatOpenTogetherMakeOneDocumentOfEachGovernment() {
        var batch = List.of(
                of(1, "042021", "shelter.state-changed"),
                of(2, "041009", "shelter.state-changed"),
                of(3, "042021", "headquarters.changed"),
                of(4, "042021", "shelter.state-changed"),
                of(5, "042021", "headquarters.changed"));

        assertThat(LalertListener.newestOfEach(batch))
                .extracting(Announcement::id)
                .containsExactly(2L, 3L, 4L, 5L);
    }
}
