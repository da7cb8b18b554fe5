package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import noroshi.letter.Letter;
import noroshi.letter.LetterClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Letter at two beacons. */
class LetterCopiesTest {

    @TempDir
    Path folder;

    private Town town;
    private Beacon second;
    private Beacon first;

    @BeforeEach
    void light() {
        town = new Town(folder);
        town.publish(Town.withForms(Town.pages()));
        second = town.beaconCopying("second");
        first = town.beaconCopying("first", Town.admin(second));
        town.push(first);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void theReceiptSaysThatTwoBeaconsHoldTheLetter() throws Exception {
        assertThat(send("two")).contains("部数 2");
        assertThat(bodies(first)).containsExactly("two");
        assertThat(bodies(second)).containsExactly("two");
    }

    @Test
    void theReceiptSaysSoWhenOnlyOneIsReachedAndNobodyWaitsLong() throws Exception {
        assertThat(send("two")).contains("部数 2");
        town.stop(second);
        long from = System.nanoTime();
        assertThat(send("one")).contains("部数 1");
        for (int i = 0; i < 10; i++) assertThat(send("one")).contains("部数 1");
        assertThat(Duration.ofNanos(System.nanoTime() - from)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void aBeaconThatComesBackGetsWhatItMissed() throws Exception {
        int port = Town.admin(second).getPort();
        town.stop(second);
        assertThat(send("missed")).contains("部数 1");

        var back = town.beaconCopying("second", port);

        await(back, "missed");
        awaitCopies("again");
    }

    @Test
    void aBeaconThatLostItsDiskGetsEverythingAgain() throws Exception {
        assertThat(send("before")).contains("部数 2");
        int port = Town.admin(second).getPort();
        town.stop(second);
        assertThat(send("while it was away")).contains("部数 1");

        var empty = town.beaconCopying("an empty disk", port);

        await(empty, "before", "while it was away");
    }

    @Test
    void aDiskLostWhileNothingComesInIsNoticedToo() throws Exception {
        assertThat(send("before")).contains("部数 2");
        int port = Town.admin(second).getPort();
        town.stop(second);

        var empty = town.beaconCopying("an empty disk", port);

        await(empty, "before");
    }

    @Test
    void lettersOfBeforeARestartAreCopiedToo() throws Exception {
        town.stop(first);
        var alone = town.beaconCopying("alone");
        town.push(alone);
        assertThat(post(alone, "alone")).contains("部数 1");
        town.stop(alone);

        town.beaconCopying("alone", Town.admin(second));

        await(second, "alone");
    }

    @Test
    void aBeaconIsNotItsOwnSecondPlace() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var itself = town.beaconCopying("itself", port, URI.create("http://127.0.0.1:" + port));
        town.push(itself);

        assertThat(post(itself, "x")).contains("部数 1");
    }

    @Test
    void whoeverMayLeaveCopiesMayNotReadAndTheOfficesSecretLeavesNone() {
        var neighbour = new LetterClient(town.http, Town.admin(second), Town.LETTER_SECRET);
        assertThatThrownBy(() -> neighbour.fetch("", 0, Duration.ZERO)).isInstanceOf(IOException.class);
        var office = new LetterClient(town.http, Town.admin(second), Town.SECRET);
        assertThatThrownBy(() -> office.copy(List.of(), Duration.ofSeconds(5))).isInstanceOf(IOException.class);
    }

    @Test
    void aSecretIsNeededToCopy() {
        assertThatThrownBy(() -> Options.parse(
                        List.of("--data", ".", "--copy-letters-to", "http://127.0.0.1:1", "--root-key", rootKey()),
                        Map.of("NOROSHI_BEACON_SECRET", Town.SECRET)))
                .hasMessageContaining("--letter-secret-file");
    }

    private String rootKey() {
        try {
            var file = folder.resolve("root.pub");
            java.nio.file.Files.writeString(file, Town.rootKey());
            return file.toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String send(String body) {
        return post(first, body);
    }

    private String post(Beacon beacon, String body) {
        var answer = Asked.post(town.http, Town.open(beacon), "/inquiry", "name=a&body=" + body.replace(' ', '+'));
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private List<String> bodies(Beacon beacon) throws Exception {
        return town.letters(beacon).fetch("", 0, Duration.ZERO).letters().stream()
                .map(stored -> Town.unseal().unseal(stored.letter()))
                .map(Letter::fields)
                .map(fields -> fields.getOrDefault("body", ""))
                .toList();
    }

    private void await(Beacon beacon, String... bodies) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        var batch = new LetterClient.Batch("", List.of());
        while (bodies(beacon).size() < bodies.length && System.nanoTime() < end)
            batch = town.letters(beacon).fetch(batch.spoolId(), batch.cursor(0), Duration.ofSeconds(1));
        assertThat(bodies(beacon)).containsExactlyInAnyOrder(bodies);
    }

    private void awaitCopies(String body) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
        while (!send(body).contains("部数 2")) assertThat(System.nanoTime()).isLessThan(end);
    }
}
