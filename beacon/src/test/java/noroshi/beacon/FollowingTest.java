package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Push;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {

    @TempDir
    Path folder;

    private Town town;

    @BeforeEach
    void light() {
        town = new Town(folder);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void aBeaconFollowsABeaconThatFollowsABeacon() throws Exception {
        var first = town.beacon("first");
        var second = town.beacon("second", Town.open(first));
        var third = town.beacon("third", URI.create("http://127.0.0.1:1"), Town.open(second));
        town.publish(Town.pages());
        var shown = expect(third, 1);
        town.push(first);
        assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(text(third, "/press/12")).contains("断水のお知らせ");

        var changed = expect(third, 2);
        town.publish(Changes.builder().put(Town.key("/press/13"), Town.page("給水所")));
        town.push(first);
        assertThat(changed.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(text(third, "/press/13")).isEqualTo("給水所");

        town.stop(first);
        assertThat(text(third, "/press/13")).isEqualTo("給水所");
    }

    @Test
    void whereBeaconsShowEachOtherASecretNobodyElseCopiesWhatOpensTomorrow() throws Exception {
        var first = town.beaconWithRelaySecret("first", "a secret of beacons, long");
        var second = town.beaconWithRelaySecret("second", "a secret of beacons, long", Town.open(first));
        town.publish(Town.pages());
        var shown = expect(second, 1);
        town.push(first);
        assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(Asked.get(town.http, Town.open(second), "/.noroshi/v1/root").status())
                .isEqualTo(401);
        assertThat(Asked.get(town.http, Town.open(second), "/.noroshi/health").status())
                .isEqualTo(200);
    }

    @Test
    void aPushWithoutTheSecretOrFromAnotherOfficeIsRefused() {
        var beacon = town.beacon("beacon");
        town.publish(Town.pages());
        assertThat(town.pushing(beacon, "a wrong secret, long"))
                .isInstanceOfSatisfying(Push.Outcome.Refused.class, refused -> assertThat(refused.status())
                        .isEqualTo(401));
        town.push(beacon);
        assertThat(Asked.get(town.http, Town.open(beacon), "/.noroshi/health").text())
                .contains("\"version\":1");
    }

    @Test
    void healthAndMetricsTellWhatIsGoingOn() {
        var beacon = town.beacon("beacon");
        assertThat(Asked.get(town.http, Town.open(beacon), "/.noroshi/health").status())
                .isEqualTo(503);
        assertThat(Asked.get(town.http, Town.admin(beacon), "/health").text()).contains("\"status\":\"preparing\"");
        town.publish(Town.pages());
        town.push(beacon);
        Asked.get(town.http, Town.open(beacon), "/");
        assertThat(Asked.get(town.http, Town.admin(beacon), "/health").text())
                .contains("\"status\":\"up\"", "\"version\":1", "\"ageSeconds\":10", "\"lettersWaiting\":0");
        assertThat(Asked.get(town.http, Town.admin(beacon), "/metrics").text())
                .contains(
                        "noroshi_beacon_snapshot_version 1\n",
                        "noroshi_beacon_answers_total{class=\"2xx\"} 1\n",
                        "# TYPE");
    }

    @Test
    void itStopsThoughReadersAndBeaconsWait() throws Exception {
        var first = town.beacon("first");
        var unused = town.beacon("second", Town.open(first));
        town.publish(Town.pages());
        town.push(first);
        Asked.get(town.http, Town.open(first), "/");
        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> town.stop(first));
    }

    private static CountDownLatch expect(Beacon beacon, long version) {
        var latch = new CountDownLatch(1);
        beacon.onSwap(snapshot -> {
            if (snapshot.root().version() >= version) latch.countDown();
        });
        return latch;
    }

    private String text(Beacon beacon, String path) {
        return Asked.get(town.http, Town.open(beacon), path).text();
    }
}
