package noroshi.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * A server under measurement: its process, its two ports, and what its processes have used.
 *
 * @param workers whether children of the process do the work, as nginx's do
 */
record Served(String name, Process process, int port, int tlsPort, boolean workers) implements AutoCloseable {

    private static final int USER_TICKS = 13;
    private static final int SYSTEM_TICKS = 14;

    /** CPU time used so far by all of its processes, in microseconds (Linux counts in steps of 10 ms). */
    long cpuMicros() {
        long ticks = ticks(process.pid());
        for (var child : process.descendants().toList()) ticks += ticks(child.pid());
        return ticks * 10_000;
    }

    private static long ticks(long pid) {
        try {
            var line = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold blanks; all else is separated by one.
            var words = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(words[USER_TICKS - 2]) + Long.parseLong(words[SYSTEM_TICKS - 2]);
        } catch (IOException gone) {
            throw new UncheckedIOException("The server's process %d is gone.".formatted(pid), gone);
        }
    }

    String address(boolean tls) {
        return tls ? "https://127.0.0.1:" + tlsPort : "http://127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
