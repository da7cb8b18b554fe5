package noroshi.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** {@code ./noroshi demo} on free ports with a data folder of its own, started, watched and stopped from outside. */
public final class Demonstration implements AutoCloseable {

    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private final Process process;
    private final Path data;
    private final Map<String, String> printed = new HashMap<>();
    private final List<String> signIns = new ArrayList<>();

    private Demonstration(Process process, Path data) {
        this.process = process;
        this.data = data;
    }

    /** Returns when it has printed {@code ready}. */
    public static Demonstration start(Path data, String... more) {
        var ports = freePorts(3);
        var command = new ArrayList<>(List.of(
                Home.folder().resolve("noroshi").toString(),
                "demo",
                "--port",
                ports.get(0).toString(),
                "--office-port",
                ports.get(1).toString(),
                "--smtp-port",
                ports.get(2).toString(),
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        try {
            var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().put("NOROSHI_BUILD", "never");
            var started = new Demonstration(builder.start(), data);
            started.readUntilReady();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command, e);
        }
    }

    /** Without a slash at the end. */
    public String publicUrl() {
        return address("public");
    }

    public String officeUrl() {
        return address("office");
    }

    public String mailUrl() {
        return address("mail");
    }

    public String token() {
        return value("token");
    }

    /** The sign-ins as printed, one a line. */
    public List<String> signIns() {
        return List.copyOf(signIns);
    }

    public Path data() {
        return data;
    }

    /** Ends a child as a power cut would; false when it is not running just now. */
    public boolean kill(String child) {
        var pid = pid(child);
        return pid > 0
                && ProcessHandle.of(pid).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    public long pid(String child) {
        try {
            var file = data.resolve("run").resolve(child + ".pid");
            var text = Files.exists(file) ? Files.readString(file).strip() : "";
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException e) {
            return 0; // deleted between the look and the reading: the child just died
        }
    }

    public Process process() {
        return process;
    }

    /** Waits for something that other processes do. */
    public static void await(String what, Duration longest, BooleanSupplier happened) {
        long until = System.nanoTime() + longest.toNanos();
        while (!happened.getAsBoolean()) {
            if (System.nanoTime() > until) throw new IllegalStateException("After " + longest + " still not: " + what);
            LockSupport.parkNanos(100_000_000);
        }
    }

    /** Below the range from which systems take the ports of outgoing connections, so that a restart finds its port free. */
    public static List<Integer> freePorts(int count) {
        return ThreadLocalRandom.current()
                .ints(10_000, 20_000)
                .distinct()
                .filter(Demonstration::isFree)
                .limit(count)
                .boxed()
                .toList();
    }

    /** SIGTERM, as Ctrl-C; an error if it takes longer than promised. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (process.waitFor(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS)) return;
            process.destroyForcibly();
            throw new IllegalStateException("The demonstration did not stop within " + STOP_MAX);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void readUntilReady() throws IOException {
        BufferedReader lines = process.inputReader();
        for (String line; (line = lines.readLine()) != null; ) {
            if (line.equals("ready")) return;
            int colon = line.indexOf(": ");
            if (line.startsWith("sign-in: ")) signIns.add(line.substring(colon + 2));
            else if (colon > 0) printed.put(line.substring(0, colon), line.substring(colon + 2));
        }
        throw new IllegalStateException(
                "The demonstration ended before it was ready; its logs: " + data.resolve("logs"));
    }

    private String address(String name) {
        return value(name).replaceAll("/$", "");
    }

    private String value(String name) {
        var value = printed.get(name);
        if (value == null) throw new IllegalStateException("The demonstration printed no line '" + name + ": …'");
        return value;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
