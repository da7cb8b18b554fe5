package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import noroshi.letter.LetterClient;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Part;
import noroshi.snapshot.Push;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.Value;
import noroshi.snapshot.ViewReport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The beacon as a process of its own, in 64 MB. */
class MainTest {

    private static final Pattern NUMBER = Pattern.compile("番号 (\\S+) コード");

    @TempDir
    Path folder;

    private Town town;
    private @Nullable Process process;
    private URI open = URI.create("http://127.0.0.1");
    private URI admin = URI.create("http://127.0.0.1");

    @BeforeEach
    void found() {
        town = new Town(folder);
    }

    @AfterEach
    void quench() {
        if (process != null) process.destroyForcibly();
        town.close();
    }

    @Test
    void startsFromDiskServesAndStops() throws Exception {
        var running = start();
        town.publish(Town.pages());
        push();
        running.destroy();
        assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
        start();
        assertThat(Asked.get(town.http, open, "/press/12").text()).contains("断水のお知らせ");
    }

    @Test
    void takesAndServesALongFilmInASmallHeap() throws Exception {
        start();
        var film = new byte[9_000_000];
        new java.util.Random(311).nextBytes(film);
        town.publish(Town.pages()
                .put(
                        Town.key("/film.mp4"),
                        new Value.Page(Head.of("video/mp4"), List.of(Part.piece(Fragment.raw(film))))));
        push();
        assertThat(Asked.get(town.http, open, "/film.mp4").body()).isEqualTo(film);
        assertThat(Asked.get(town.http, open, "/film.mp4", "Range", "bytes=8999999-")
                        .body())
                .containsExactly(film[8_999_999]);
    }

    @Test
    void everyReceiptGivenOutSurvivesBeingKilled() throws Exception {
        start();
        town.publish(Town.withForms(Town.pages()));
        push();
        Set<String> told = ConcurrentHashMap.newKeySet();
        for (int round = 0; round < 3; round++) {
            var receipts = new Semaphore(0);
            var senders = List.of(sender(told, receipts), sender(told, receipts), sender(told, receipts));
            assertThat(receipts.tryAcquire(15, 30, TimeUnit.SECONDS)).isTrue();
            process().destroyForcibly().waitFor();
            for (var sender : senders) sender.join();
            start();
        }
        var kept = new HashSet<String>();
        for (var stored : new LetterClient(town.http, admin, Town.SECRET)
                .fetch("", 0, Duration.ZERO)
                .letters()) kept.add(Town.unseal().unseal(stored.letter()).receiptNumber());
        assertThat(told).hasSizeGreaterThanOrEqualTo(45);
        assertThat(kept).containsAll(told);
    }

    @Test
    void viewsWrittenBeforeAKillAreCountedOnAndTheirQueriesAreNobodys() throws Exception {
        start();
        town.publish(Town.pages());
        push();
        for (int i = 0; i < 3; i++) Asked.get(town.http, open, "/press/12?t=SECRET-TOKEN");
        assertThat(views()).containsExactly(new ViewReport.Line(Town.SITE, "full", 3, "/press/12"));
        process().destroyForcibly().waitFor();
        start();
        Asked.get(town.http, open, "/press/12");
        Asked.get(town.http, open, "/no/such/page");
        Asked.get(town.http, open, "/picture.png");
        assertThat(views()).containsExactly(new ViewReport.Line(Town.SITE, "full", 4, "/press/12"));
        assertThat(Asked.get(town.http, admin, ViewReport.PATH).status())
                .as("for the office alone")
                .isEqualTo(401);
    }

    private List<ViewReport.Line> views() {
        var answer = Asked.get(town.http, admin, ViewReport.PATH, "Authorization", "Bearer " + Town.SECRET);
        assertThat(answer.text()).doesNotContain("SECRET-TOKEN");
        return ViewReport.parse(answer.text()).lines();
    }

    @Test
    void aWrongOptionIsNamed() throws Exception {
        var wrong = new ProcessBuilder(command("--prot", "80"))
                .redirectErrorStream(true)
                .start();
        String said = new String(wrong.getInputStream().readAllBytes());
        assertThat(wrong.waitFor()).isEqualTo(2);
        assertThat(said).contains("Unknown option '--prot'", "usage:");
    }

    /** Posts until the beacon is gone. */
    private Thread sender(Set<String> told, Semaphore receipts) {
        return Thread.ofPlatform().start(() -> {
            try {
                while (true) {
                    var answer = Asked.post(town.http, open, "/inquiry", "name=a&body=b");
                    var number = NUMBER.matcher(answer.text());
                    if (answer.status() == 200 && number.find()) {
                        told.add(number.group(1));
                        receipts.release();
                    }
                    if (answer.status() == 429) return;
                }
            } catch (IllegalStateException killed) {
                // What was not told need not be kept.
            }
        });
    }

    private void push() throws InterruptedException {
        assertThat(town.pushing(admin)).isInstanceOf(Push.Outcome.Served.class);
    }

    private Process process() {
        if (process == null) throw new IllegalStateException("not started");
        return process;
    }

    private Process start() throws IOException {
        Files.writeString(folder.resolve("root.pub"), Town.rootKey() + "\n");
        Files.writeString(folder.resolve("secret"), Town.SECRET + "\n");
        var started = new ProcessBuilder(command(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--admin-port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--root-key",
                        folder.resolve("root.pub").toString(),
                        "--secret-file",
                        folder.resolve("secret").toString(),
                        "--access-log",
                        folder.resolve("access.log").toString(),
                        "--trust-loopback"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process = started;
        BufferedReader said = started.inputReader();
        open = uri(said.readLine(), "beacon: ");
        admin = uri(said.readLine(), "admin: ");
        return started;
    }

    private static URI uri(@Nullable String line, String name) {
        assertThat(line).startsWith(name);
        return URI.create(line == null ? "" : line.substring(name.length()));
    }

    private static List<String> command(String... options) {
        var command = new java.util.ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx64m",
                "-cp",
                place(Main.class) + File.pathSeparator + place(Snapshot.class),
                "noroshi.beacon.Main"));
        command.addAll(List.of(options));
        return command;
    }

    private static String place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
