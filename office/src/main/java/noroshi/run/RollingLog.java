package noroshi.run;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** The log of one child: {@code NAME.log}, and {@code NAME.log.1} to {@code .3} for what came before. */
final class RollingLog implements AutoCloseable {

    static final long LOG_BYTES_MAX = 8L << 20;
    private static final int OLD_FILES_MAX = 3;
    private static final int TAIL_BYTES_MAX = 64 << 10;

    private final Path file;
    private final long bytesMax;
    private OutputStream out;
    private long bytes;

    RollingLog(Path file) {
        this(file, LOG_BYTES_MAX);
    }

    RollingLog(Path file, long bytesMax) {
        this.file = file;
        this.bytesMax = bytesMax;
        out = open();
    }

    synchronized void write(byte[] buffer, int length) {
        try {
            if (bytes > 0 && bytes + length > bytesMax) roll();
            out.write(buffer, 0, length);
            bytes += length;
        } catch (IOException e) {
            // A full disk must not stop the child: its log has a gap, the child goes on.
            System.err.println("noroshi: cannot write " + file + ": " + e.getMessage());
        }
    }

    void note(String line) {
        var text = (line + System.lineSeparator()).getBytes(StandardCharsets.UTF_8);
        write(text, text.length);
    }

    /** The newest lines, for the message that a child does not start. */
    List<String> tail(int lines) {
        try {
            var all = Files.readAllBytes(file);
            int from = Math.max(0, all.length - TAIL_BYTES_MAX);
            var last = new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return last.subList(Math.max(0, last.size() - lines), last.size());
        } catch (IOException e) {
            return List.of();
        }
    }

    Path file() {
        return file;
    }

    private void roll() throws IOException {
        out.close();
        for (int i = OLD_FILES_MAX - 1; i >= 1; i--) move(numbered(i), numbered(i + 1));
        move(file, numbered(1));
        out = open();
    }

    private Path numbered(int number) {
        return file.resolveSibling(file.getFileName() + "." + number);
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private OutputStream open() {
        try {
            bytes = Files.exists(file) ? Files.size(file) : 0;
            return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the log " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
