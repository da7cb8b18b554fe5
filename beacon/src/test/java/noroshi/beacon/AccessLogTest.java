package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {

    @TempDir
    Path folder;

    @Test
    void oneLineARequestWithoutAddressesQueriesOrWaysToForgeALine() throws Exception {
        try (var town = new Town(folder)) {
            var beacon = town.beacon("beacon", folder.resolve("access.log"));
            town.publish(Town.pages());
            town.push(beacon);
            Asked.get(
                    town.http,
                    Town.open(beacon),
                    "/list?t=secret",
                    "User-Agent",
                    "a\"b\\c",
                    "Referer",
                    "http://x/?q=secret");
            town.stop(beacon);
        }
        var lines = Files.readAllLines(folder.resolve("access.log"));
        assertThat(lines)
                .containsExactly(
                        "- - - [11/Mar/2026:03:00:10 +0000] \"GET /list HTTP/1.1\" 200 4 \"http://x/\" \"a'b/c\"");
    }

    @Test
    void controlsOfNeitherHalfOfLatin1ReachAToolOrATerminal() throws Exception {
        try (var town = new Town(folder)) {
            var beacon = town.beacon("beacon", folder.resolve("access.log"));
            town.publish(Town.pages());
            town.push(beacon);
            RawClient.ask(
                    beacon,
                    "GET /list HTTP/1.1\r\nHost: h\r\nUser-Agent: a\u0085b\u009B31m\tc\r\nConnection: close\r\n\r\n");
            town.stop(beacon);
        }
        assertThat(Files.readString(folder.resolve("access.log"))).endsWith("\"a?b?31m?c\"\n");
    }

    @Test
    void aSampleIsAFairShare() throws Exception {
        var sampled = folder.resolve("sampled.log");
        try (var log = new AccessLog(sampled, 10, new MovedClock(Town.NOON))) {
            int taken = 0;
            for (int i = 0; i < 20_000; i++) if (log.takes()) taken++;
            assertThat(taken).isBetween(1_700, 2_300);
        }
        try (var all = new AccessLog(folder.resolve("all.log"), 1, new MovedClock(Town.NOON))) {
            for (int i = 0; i < 1_000; i++) assertThat(all.takes()).isTrue();
        }
    }
}
