package noroshi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import noroshi.letter.LetterKeys;
import org.junit.jupiter.api.Test;

class HeartbeatTest extends SiteTest {

    @Test
    void aRotatedLetterKeyReachesTheBeaconsWithoutARestart() {
        buildEverything();
        var keys = new LetterKeys(data.resolve("keys").resolve("letter.key"), new SecureRandom());
        var heartbeat = new Heartbeat(snapshots, clock);
        heartbeat.beat();
        var before = snapshot().root();
        assertThat(before.settings().letterKeys()).containsExactly(keys.newest());

        var rotated = keys.rotate();
        heartbeat.beat();

        var after = snapshot().root();
        assertThat(after.settings().letterKeys()).containsExactly(rotated);
        assertThat(after.version()).isEqualTo(before.version() + 1);
        heartbeat.beat();
        assertThat(snapshot().root().version()).isEqualTo(after.version());
    }

    @Test
    void aQuietOfficeSignsANewRootInTime() {
        buildEverything();
        var heartbeat = new Heartbeat(snapshots, clock);
        heartbeat.beat();
        var before = snapshot().root().version();

        clock.advance(Duration.ofMinutes(14));
        heartbeat.beat();
        assertThat(snapshot().root().version()).isEqualTo(before);

        clock.advance(Duration.ofMinutes(1));
        heartbeat.beat();
        assertThat(snapshot().root().version()).isEqualTo(before + 1);
    }
}
