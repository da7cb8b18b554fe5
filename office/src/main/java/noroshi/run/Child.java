package noroshi.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process that must run: started, logged, started again when it dies, stopped when asked. */
final class Child {

    private final Recipe recipe;
    private final Path pidFile;
    private final RollingLog log;
    private final Backoff backoff = new Backoff();
    private final Thread watcher;

    private boolean stopping;
    private int deaths;
    private @Nullable Process process;

    Child(Recipe recipe, Folders folders) {
        this.recipe = recipe;
        pidFile = folders.pid(recipe.name());
        log = new RollingLog(folders.logs().resolve(recipe.name() + ".log"));
        watcher = Thread.ofPlatform().daemon().name("watch-" + recipe.name()).unstarted(this::watch);
    }

    void start() {
        watcher.start();
    }

    String name() {
        return recipe.name();
    }

    /** How often it died since this supervisor began. */
    synchronized int deaths() {
        return deaths;
    }

    List<String> lastWords() {
        return log.tail(15);
    }

    Path logFile() {
        return log.file();
    }

    /** Asks the process to stop, waits, and ends it by force if it does not; it is not started again. */
    void stop(Duration patience) {
        Process running;
        synchronized (this) {
            stopping = true;
            notifyAll();
            running = process;
        }
        if (running == null || !running.isAlive()) return;
        Signal.send(recipe.signal(), running.pid());
        if (!waitFor(running, patience)) {
            log.note("noroshi: " + name() + " did not stop within " + patience + ", ended by force");
            running.destroyForcibly();
            waitFor(running, Duration.ofSeconds(2));
        }
    }

    private void watch() {
        while (true) {
            long began = System.nanoTime();
            var ended = runOnce();
            synchronized (this) {
                if (stopping) break;
                deaths++;
                var wait = backoff.next(Duration.ofNanos(System.nanoTime() - began));
                log.note("noroshi: " + name() + " " + ended + "; starting again in " + wait.toMillis() + " ms");
                if (isInterruptedWithin(wait) || stopping) break;
            }
        }
        log.close();
    }

    /** The monitor is released while waiting, so that {@link #stop} gets through at once. */
    private synchronized boolean isInterruptedWithin(Duration wait) {
        long until = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toMillis(); left > 0 && !stopping; left = (until - System.nanoTime()) / 1_000_000)
                wait(left);
            return false;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Runs the process to its end; returns how it ended. */
    private String runOnce() {
        try {
            var started = begin();
            if (started == null) return "stopped";
            pump(started.getInputStream());
            int code = started.waitFor();
            Files.deleteIfExists(pidFile);
            return "ended with code " + code;
        } catch (IOException e) {
            return "could not be started: " + e.getMessage();
        } catch (Refusal e) {
            return "cannot run: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "was interrupted";
        }
    }

    private synchronized @Nullable Process begin() throws IOException {
        if (stopping) return null;
        var builder = new ProcessBuilder(recipe.command().prepare()).redirectErrorStream(true);
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(recipe.environment());
        var started = builder.start();
        process = started;
        Files.write(pidFile, Long.toString(started.pid()).getBytes(StandardCharsets.US_ASCII));
        return started;
    }

    private void pump(InputStream output) {
        var buffer = new byte[8192];
        try (output) {
            for (int length; (length = output.read(buffer)) >= 0; ) log.write(buffer, length);
        } catch (IOException e) {
            // The pipe of a process that was killed; waitFor tells the rest.
            log.note("noroshi: output of " + name() + " ended: " + e.getMessage());
        }
    }

    private static boolean waitFor(Process process, Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
