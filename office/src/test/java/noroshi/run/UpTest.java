package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class UpTest {

    private static final Path HOME = Path.of("/opt/noroshi");

    @Test
    void beaconsElsewhereComeBehindTheOneStartedHere() {
        var settings = new Properties();
        settings.put("noroshi.beacons[0].admin-url", "http://10.0.0.21:8090");
        settings.put("noroshi.beacons[0].secret-file", "/etc/noroshi/beacon-1.secret");
        settings.put("noroshi.beacons[1].admin-url", "http://10.0.0.22:8090");
        settings.put("noroshi.beacons[1].secret-file", "secrets/2");

        assertThat(Up.office(settings, Map.of(), HOME))
                .containsEntry("noroshi.beacons[1].admin-url", "http://10.0.0.21:8090")
                .containsEntry("noroshi.beacons[2].secret-file", "/opt/noroshi/secrets/2")
                .doesNotContainKey("noroshi.beacons[0].admin-url");
    }

    @Test
    void aBeaconWithoutItsSecretIsRefused() {
        var settings = new Properties();
        settings.put("noroshi.beacons[0].admin-url", "http://10.0.0.21:8090");

        assertThatThrownBy(() -> Up.office(settings, Map.of(), HOME)).hasMessageContaining("secret-file is missing");
    }
}
