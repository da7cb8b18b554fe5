package noroshi.snapshot;

import static noroshi.snapshot.Sample.NOON;
import static noroshi.snapshot.Sample.key;
import static noroshi.snapshot.Sample.page;
import static noroshi.snapshot.Sample.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From one beacon to another on a USB stick, by the commands that people type. */
class BundleFileTest {
    private static final int LOOKS = 60;

    @TempDir
    Path directory;

    private SnapshotWriter writer;
    private Path rootKey;
    private Path stick;

    @BeforeEach
    void open() throws IOException {
        writer = SnapshotWriter.open(directory.resolve("office"), Sample.SIGNER);
        rootKey = Files.writeString(
                directory.resolve("root.pub"), Sample.ROOT.verifyKey().hex() + "\n");
        stick = directory.resolve("stick.noroshi");
        var pages = SnapshotWriterTest.first();
        for (int i = 0; i < 200; i++) {
            pages.put(key("/" + i), page("頁 " + i));
        }
        writer.publish(pages.build(), NOON);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void aSnapshotTravelsInOneFileWhileTheOfficeRuns() throws Exception {
        Path beacon = directory.resolve("beacon");
        assertThat(run("bundle", "export", office(), file())).contains("exported", "version 1");
        assertThat(run("bundle", "verify", file())).contains("whole", "200 addresses");
        assertThat(run("bundle", "import", file(), beacon.toString())).contains("imported");
        assertThat(run("bundle", "import", file(), beacon.toString())).contains("had it already");
        assertThat(run("snapshot", "verify", beacon.toString())).contains("whole", "200 addresses");
        try (var mirror = Mirror.open(beacon.resolve("snapshot"), Sample.ROOT.verifyKey())) {
            assertThat(read(mirror.snapshot().resolve(key("/199"), NOON))).isEqualTo("頁 199");
        }
    }

    @Test
    void whatIsOnTheStickGoesToABeaconThatRuns() throws Exception {
        run("bundle", "export", office(), file());
        Path secret = Files.writeString(directory.resolve("secret"), "secret\n");
        try (var mirror = Mirror.open(directory.resolve("beacon"), Sample.ROOT.verifyKey());
                var server = new ExchangeServer(mirror);
                var client = HttpClient.newHttpClient()) {
            assertThat(run(
                            "bundle",
                            "import",
                            file(),
                            "--beacon",
                            server.uri().toString(),
                            "--secret-file",
                            secret.toString()))
                    .contains("serves version 1");
            assertThat(read(mirror.snapshot().resolve(key("/7"), NOON))).isEqualTo("頁 7");
        }
    }

    @Test
    void aStickThatWasChangedCutOrIsOlderIsRefused() throws Exception {
        Path beacon = directory.resolve("beacon");
        run("bundle", "export", office(), file());
        byte[] whole = Files.readAllBytes(stick);
        for (int at = 0; at < whole.length; at += Math.max(131, whole.length / LOOKS)) {
            byte[] changed = whole.clone();
            changed[at] ^= 8;
            Files.write(stick, changed);
            assertThat(run("bundle", "verify", file())).as("byte %d", at).contains("exit 1");
        }
        Files.write(stick, java.util.Arrays.copyOf(whole, whole.length - 1));
        assertThat(run("bundle", "verify", file())).contains("cut off", "exit 1");

        writer.publish(Changes.builder().put(key("/new"), page("新")).build(), NOON);
        run("bundle", "export", office(), file());
        run("bundle", "import", file(), beacon.toString());
        Files.write(stick, whole);
        assertThat(run("bundle", "import", file(), beacon.toString())).contains("older than 2", "exit 1");
    }

    @Test
    void aDamagedFolderIsToldThingByThing() throws Exception {
        Fragment fragment = Sample.text("頁 7");
        Path pack = directory.resolve("office/pack-00000000");
        byte[] all = Files.readAllBytes(pack);
        byte[] stored = new byte[fragment.storedBytes()];
        fragment.buffer().get(stored);
        int at = new String(all, StandardCharsets.ISO_8859_1).indexOf(new String(stored, StandardCharsets.ISO_8859_1));
        try (var file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(at);
            file.write(stored[0] ^ 2);
        }
        assertThat(run("snapshot", "verify", office()))
                .contains("DAMAGED: 1 things", fragment.hash().hex(), "exit 1");
    }

    @Test
    void wrongCallsAreToldHowItIsDone() throws Exception {
        assertThat(run("bundle", "carry")).contains("usage:", "exit 2");
        assertThat(run("bundle", "export", office())).contains("missing", "exit 2");
        assertThat(run("snapshot", "verify", directory.resolve("nothing").toString()))
                .contains("exit 1");
    }

    private String office() {
        return directory.resolve("office").toString();
    }

    private String file() {
        return stick.toString();
    }

    private String run(String... arguments) throws InterruptedException {
        var bytes = new ByteArrayOutputStream();
        var all = new java.util.ArrayList<>(List.of(arguments));
        all.addAll(List.of("--root-key", rootKey.toString()));
        int code = new Main(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> NOON).run(all);
        return bytes.toString(StandardCharsets.UTF_8) + "exit " + code;
    }
}
