package noroshi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** A beacon as an administrator starts it: a process of its own with 64 MB of heap. */
final class BeaconProcess implements AutoCloseable {

    static final String SECRET = "a secret of the bench's office";
    private static final long START_NANOS_MAX = 60_000_000_000L;
    private static final Pattern ANONYMOUS = Pattern.compile("(?m)^Anonymous:\\s+(\\d+) kB");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final int port;
    private final int adminPort;
    private final long started = System.nanoTime();

    private BeaconProcess(Process process, int port, int adminPort) {
        this.process = process;
        this.port = port;
        this.adminPort = adminPort;
    }

    /** Not yet ready when it returns. */
    static BeaconProcess start(Path folder, String name, String rootKey, URI... upstreams) throws IOException {
        var home = Path.of(System.getProperty("noroshi.home", "."));
        var data = Files.createDirectories(folder.resolve(name));
        var key = Files.writeString(folder.resolve("root.pub"), rootKey);
        var secret = Files.writeString(folder.resolve("secret"), SECRET);
        int port = freePort();
        int adminPort = freePort();
        var command = new ArrayList<>(BeaconCommand.of(
                home,
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--admin-port",
                        Integer.toString(adminPort),
                        "--secret-file",
                        secret.toString(),
                        "--data",
                        data.toString(),
                        "--root-key",
                        key.toString())));
        for (var upstream : upstreams) command.addAll(List.of("--upstream", upstream.toString()));
        var log = folder.resolve(name + ".log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        return new BeaconProcess(process, port, adminPort);
    }

    URI open() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI admin() {
        return URI.create("http://127.0.0.1:" + adminPort);
    }

    /** Milliseconds from the start of the process until it answers with this status. */
    double awaitMs(String path, int status) throws InterruptedException {
        while (System.nanoTime() - started < START_NANOS_MAX && process.isAlive()) {
            try {
                if (ask(path).statusCode() == status) return (System.nanoTime() - started) / 1e6;
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            LockSupport.parkNanos(2_000_000);
        }
        throw new IllegalStateException("The beacon did not answer %s with %d".formatted(path, status));
    }

    private HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(open().resolve(path)).build(), BodyHandlers.ofByteArray());
    }

    /** The plain text shown, or its status if there is none. */
    String shown(String path) throws InterruptedException {
        try {
            var answer = ask(path);
            return answer.statusCode() == 200
                    ? new String(answer.body(), StandardCharsets.UTF_8)
                    : Integer.toString(answer.statusCode());
        } catch (IOException gone) {
            return "gone";
        }
    }

    /** When the text was shown at the latest, in {@link System#nanoTime}. */
    long awaitShown(String path, String text) throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < START_NANOS_MAX) {
            if (shown(path).contains(text)) return System.nanoTime();
            LockSupport.parkNanos(500_000);
        }
        throw new IllegalStateException("%s never showed %s".formatted(path, text));
    }

    /** Memory that is nobody's file, in MB: what the machine needs for it, whatever the size of the packs. */
    double anonymousMb() throws IOException {
        var rollup = Files.readString(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
        var found = ANONYMOUS.matcher(rollup);
        return found.find() ? Long.parseLong(found.group(1)) / 1024.0 : Double.NaN;
    }

    /** As a power failure does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        http.shutdownNow();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
