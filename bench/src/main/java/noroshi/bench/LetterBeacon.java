package noroshi.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A beacon as a process of its own, which can be killed and started again at the same ports. */
final class LetterBeacon implements AutoCloseable {

    private final LetterTown town;
    private final Path home;
    private final Path folder;
    private final String heap;
    final int port = freePort();
    final URI admin = URI.create("http://127.0.0.1:" + freePort());
    private @Nullable Process process;
    private List<LetterBeacon> neighbours = List.of();

    /** @param home of the project: what was built is started; @param heap also bounds how many Letters it holds */
    LetterBeacon(LetterTown town, Path home, Path folder, String heap) throws IOException {
        this.heap = heap;
        this.town = town;
        this.home = home;
        this.folder = folder;
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("root.pub"), town.rootKey);
        Files.writeString(folder.resolve("office.secret"), LetterTown.OFFICE_SECRET);
        Files.writeString(folder.resolve("letter.secret"), LetterTown.LETTER_SECRET);
    }

    void copyTo(LetterBeacon... others) {
        neighbours = List.of(others);
    }

    void start() throws IOException {
        var command = new ArrayList<>(BeaconCommand.of(
                home,
                List.of(
                        "--host",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--admin-port",
                        Integer.toString(admin.getPort()),
                        "--data",
                        folder.resolve("data").toString(),
                        "--root-key",
                        folder.resolve("root.pub").toString(),
                        "--secret-file",
                        folder.resolve("office.secret").toString(),
                        "--letter-secret-file",
                        folder.resolve("letter.secret").toString(),
                        // Every Letter comes from this one machine: its senders must not be limited as one.
                        "--trust-loopback"),
                heap));
        for (var neighbour : neighbours) command.addAll(List.of("--copy-letters-to", neighbour.admin.toString()));
        var started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("beacon.log").toFile()))
                .start();
        process = started;
        var line = started.inputReader().readLine();
        if (line == null || !line.startsWith("beacon: "))
            throw new IOException("The beacon did not start; its log is " + folder.resolve("beacon.log"));
    }

    /** As the power goes. */
    void kill() throws InterruptedException {
        var running = process;
        if (running != null) running.destroyForcibly().waitFor();
        process = null;
    }

    void deleteSpool() throws IOException {
        try (var files = Files.walk(folder.resolve("data/letters"))) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    /** A figure of {@code /metrics}; -1 when it is not there. */
    long metric(String name) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(admin.resolve("/metrics")).build();
        var text = town.http.send(request, BodyHandlers.ofString()).body();
        var found = Pattern.compile("(?m)^\\w*" + name + " ([0-9]+)").matcher(text);
        return found.find() ? Long.parseLong(found.group(1)) : -1;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        var running = process;
        if (running == null) return;
        running.destroy();
        try {
            if (!running.waitFor(5, TimeUnit.SECONDS)) running.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
