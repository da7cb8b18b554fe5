package noroshi.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Processes of this data folder that a killed supervisor left behind; they are stopped before new ones start. */
final class Orphans {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private final Folders folders;

    Orphans(Folders folders) {
        this.folders = folders;
    }

    void stop() {
        try (var pids = Files.newDirectoryStream(folders.run(), "*.pid")) {
            for (var file : pids) stop(file);
        } catch (IOException e) {
            throw new Refusal("Cannot read %s (%s).", folders.run(), e.getMessage());
        }
    }

    private void stop(Path file) throws IOException {
        for (var pid : numbers(file)) end(pid, file.endsWith("postgresql.pid") ? "INT" : "TERM");
        Files.deleteIfExists(file);
    }

    /** Ends that process if it is one of ours; a foreign process that got the same number is left alone. */
    void end(long pid, String signal) {
        ProcessHandle.of(pid).filter(this::isOurs).ifPresent(process -> {
            Signal.send(signal, pid);
            if (!ends(process, PATIENCE)) {
                Signal.send("KILL", pid);
                ends(process, Duration.ofSeconds(2));
            }
        });
    }

    /** Every child carries the data folder in its command line. */
    boolean isOurs(ProcessHandle process) {
        return commandLine(process).contains(folders.data().toString());
    }

    private static String commandLine(ProcessHandle process) {
        var proc = Path.of("/proc/" + process.pid() + "/cmdline");
        try {
            // PostgreSQL rewrites its title only in the processes that it forks, never in the first one.
            if (Files.exists(proc)) return Files.readString(proc).replace('\0', ' ');
        } catch (IOException e) {
            return "";
        }
        return process.info().commandLine().orElse("");
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return !process.isAlive();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static List<Long> numbers(Path file) throws IOException {
        var found = new ArrayList<Long>();
        for (var line : Files.readAllLines(file)) if (line.matches("\\d{1,10}")) found.add(Long.parseLong(line));
        return found;
    }
}
