package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {

    @TempDir
    Path folder;

    @Test
    void aFlippedByteOnDiskIsNeverSentAlsoByAPageThatWasKeptReadyAndIsFetchedAgain() throws Exception {
        try (var town = new Town(folder)) {
            var beacon = town.beacon("beacon");
            town.publish(Town.pages());
            town.push(beacon);
            var base = Town.open(beacon);
            assertThat(Asked.get(town.http, base, "/press/12", "Accept-Encoding", "gzip")
                            .status())
                    .isEqualTo(200);
            flip(folder.resolve("beacon/snapshot"), Town.text("断水のお知らせ</h1>").buffer());
            for (int i = 0; i < 3; i++) {
                assertThat(Asked.get(town.http, base, "/press/12", "Accept-Encoding", "gzip")
                                .status())
                        .isEqualTo(503);
                assertThat(Asked.get(town.http, base, "/press/12").status()).isEqualTo(503);
            }
            assertThat(Asked.get(town.http, base, "/list").status()).isEqualTo(200);
            assertThat(Asked.get(town.http, Town.admin(beacon), "/health").text())
                    .contains("\"status\":\"damaged\"");

            town.push(beacon);

            assertThat(Asked.get(town.http, base, "/press/12").status()).isEqualTo(200);
        }
    }

    private static void flip(Path snapshot, ByteBuffer stored) throws IOException {
        var wanted = new byte[stored.remaining()];
        stored.get(wanted);
        try (var files = Files.list(snapshot)) {
            for (var file : files.filter(f -> f.getFileName().toString().matches("pack-[0-9]+"))
                    .toList()) {
                int at = find(Files.readAllBytes(file), wanted);
                if (at < 0) continue;
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.write(ByteBuffer.wrap(new byte[] {(byte) (wanted[3] ^ 1)}), at + 3);
                }
                return;
            }
        }
        throw new IOException("the fragment is in no pack");
    }

    private static int find(byte[] all, byte[] wanted) {
        for (int at = 0; at <= all.length - wanted.length; at++)
            if (java.util.Arrays.equals(all, at, at + wanted.length, wanted, 0, wanted.length)) return at;
        return -1;
    }
}
