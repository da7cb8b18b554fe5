package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.Part;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Value;
import noroshi.snapshot.VerifyKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Office → beacon → beacon → beacon: news is at the end within two seconds, and everyone goes on alone. */
class ChainTest {

    private static final URI NOBODY = URI.create("http://127.0.0.1:1");

    @TempDir
    Path folder;

    private Town town;
    private Beacon first;
    private Beacon second;
    private Beacon third;

    @BeforeEach
    void light() {
        town = new Town(folder);
        first = town.beacon("first");
        second = town.beacon("second", Town.open(first));
        third = town.beacon("third", NOBODY, Town.open(second));
        town.publish(timed(Town.pages()));
        push(third, 1);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    /** How soon is measured by {@code ./noroshi bench snapshot}. */
    @Test
    void whatIsPublishedIsVisibleAtTheLastBeacon() {
        for (int version = 2; version < 12; version++) {
            town.publish(Changes.builder().put(Town.key("/press/13"), Town.page("給水所 " + version)));
            push(third, version);
            assertThat(shown(third, "/press/13")).isEqualTo("給水所 " + version);
        }
    }

    @Test
    void withOfficeAndFirstBeaconGoneTheOthersKeepToTheClockAlone() {
        town.stop(first);
        for (var beacon : List.of(second, third)) {
            assertThat(shown(beacon, "/press/12")).contains("断水のお知らせ");
            assertThat(status(beacon, "/scheduled")).isEqualTo(404);
            assertThat(shown(beacon, "/ends")).isEqualTo("期限つき");
            assertThat(shown(beacon, "/shelter")).isEqualTo("開設中 次回更新 15時");
        }
        town.clock.set(Town.AT_THREE);
        for (var beacon : List.of(second, third)) {
            assertThat(shown(beacon, "/press/12")).contains("断水のお知らせ");
            assertThat(shown(beacon, "/scheduled")).isEqualTo("三時に公開");
            assertThat(status(beacon, "/ends")).isEqualTo(404);
            assertThat(shown(beacon, "/shelter")).isEqualTo("開設中 更新予定を過ぎています");
        }
        town.clock.pass(Duration.ofDays(40));
        assertThat(health(third)).contains("\"status\":\"stale\"");
        assertThat(shown(third, "/press/12")).as("old truth beats none").contains("断水のお知らせ");
    }

    @Test
    void aBeaconAloneStartsFromItsDiskAndServesWhatItServedLast() {
        town.stop(first);
        town.stop(second);
        town.stop(third);
        var again = town.beacon("third", NOBODY, NOBODY);
        assertThat(shown(again, "/press/12")).contains("断水のお知らせ");
        assertThat(health(again)).contains("\"version\":1");
    }

    @Test
    void aBeaconLeavesAnUpstreamThatHangsOnToOldNews() throws Exception {
        var frozen = town.beacon("frozen");
        town.push(frozen);
        town.publish(Changes.builder().put(Town.key("/press/13"), Town.page("給水所")));
        push(second, 2);
        var upstreams = List.of(Town.open(frozen), Town.open(second));
        var news = new CountDownLatch(1);
        try (var mirror = Mirror.open(folder.resolve("fourth"), new VerifyKey(Town.rootKey()))) {
            mirror.onSwap(snapshot -> {
                if (snapshot.root().version() == 2) news.countDown();
            });
            try (var unused = new Following(upstreams, null, mirror, Duration.ofMillis(100))) {
                assertThat(news.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void aRottenShardUnderARunningBeaconSendsNobodyAstrayAndComesBackFromItsUpstream() throws Exception {
        var random =
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        var disk = new RottenDisk(folder.resolve("third/snapshot"), random);
        for (int i = 0; i < 40; i++) disk.flip(RottenDisk.Kind.NODE);
        assertThat(status(third, "/press/12")).isIn(200, 503);
        assertThat(status(third, "/old")).isIn(301, 503);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (status(third, "/press/12") != 200 || status(third, "/old") != 301) {
            assertThat(System.nanoTime()).isLessThan(until);
            java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
        }
        assertThat(shown(third, "/press/12")).contains("断水のお知らせ");
    }

    @Test
    void whatRottedOnTheOnlyFileOfTheRootIsReadFromItsCopy() throws IOException {
        town.stop(third);
        var disk = folder.resolve("third/snapshot");
        var rot = new RottenDisk(
                disk,
                java.util.random.RandomGeneratorFactory.of("L64X128MixRandom").create(2));
        assertThat(rot.flip(RottenDisk.Kind.BUNDLE)).isTrue();
        Files.deleteIfExists(disk.resolve("pack-00000000.idx"));
        var again = town.beacon("third", NOBODY);
        assertThat(shown(again, "/press/12")).contains("断水のお知らせ");
    }

    private static Changes.Builder timed(Changes.Builder changes) {
        var next = new Part.Timed(Timeline.always(Town.text("次回更新 15時")).then(Town.AT_THREE, Town.text("更新予定を過ぎています")));
        return changes.put(Town.key("/scheduled"), Town.opensAtThree(Town.page("三時に公開")))
                .put(Town.key("/ends"), Timeline.always(Town.page("期限つき")).then(Town.AT_THREE, new Value.Absent()))
                .put(Town.key("/shelter"), new Value.Page(Town.HTML, List.of(Town.piece("開設中 "), next)));
    }

    /** Returns when the beacon serves the version. */
    private void push(Beacon last, long version) {
        var shown = expect(last, version);
        town.push(first);
        try {
            assertThat(shown.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CountDownLatch expect(Beacon beacon, long version) {
        var latch = new CountDownLatch(1);
        beacon.onSwap(snapshot -> {
            if (snapshot.root().version() >= version) latch.countDown();
        });
        if (health(beacon).contains("\"version\":" + version)) latch.countDown();
        return latch;
    }

    private String health(Beacon beacon) {
        return Asked.get(town.http, Town.admin(beacon), "/health").text();
    }

    private String shown(Beacon beacon, String path) {
        return Asked.get(town.http, Town.open(beacon), path).text();
    }

    private int status(Beacon beacon, String path) {
        return Asked.get(town.http, Town.open(beacon), path).status();
    }
}
