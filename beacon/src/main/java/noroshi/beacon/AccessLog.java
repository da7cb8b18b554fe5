package noroshi.beacon;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * One line a request in the Combined format, so that any log tool reads it. The address is always {@code -}: who looked for
 * missing persons, shelters or help is nobody's business, and what is not stored can not be demanded or stolen. Queries are
 * left out too, since tokens travel there. Lines that come faster than the disk takes them are counted and dropped.
 */
final class AccessLog implements AutoCloseable {

    private static final int LINES_WAITING_MAX = 8192;
    private static final int TEXT_CHARACTERS_MAX = 512;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ArrayBlockingQueue<String> lines = new ArrayBlockingQueue<>(LINES_WAITING_MAX);
    private final LongAdder dropped = new LongAdder();
    private final InstantSource clock;
    private final int sample;
    private final OutputStream out;
    private final Thread writer;
    private volatile boolean closing;

    /** @param sample one request in so many is written */
    AccessLog(Path file, int sample, InstantSource clock) throws IOException {
        this.clock = clock;
        this.sample = sample;
        out = Channels.newOutputStream(Files.newByteChannel(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND));
        writer = Thread.ofPlatform().name("beacon-access-log").daemon().start(this::write);
    }

    void add(Request request, Answer answer) {
        if (takes() && !lines.offer(line(request, answer, clock.instant()))) dropped.increment();
    }

    /** By chance, not by turn: a client that asks in a rhythm must not stay unseen or be all that is seen. */
    boolean takes() {
        return sample <= 1 || ThreadLocalRandom.current().nextInt(sample) == 0;
    }

    static String line(Request request, Answer answer, Instant at) {
        String target = request.target();
        int mark = target.indexOf('?');
        return "- - - [%s] \"%s %s HTTP/1.1\" %d %d \"%s\" \"%s\"\n"
                .formatted(
                        TIME.format(at),
                        request.method(),
                        text(mark < 0 ? target : target.substring(0, mark)),
                        answer.status(),
                        answer.bodyLength(),
                        referrer(request.field(FieldName.REFERER)),
                        text(request.field(FieldName.USER_AGENT)));
    }

    private static String referrer(@Nullable String value) {
        if (value == null) return "-";
        int mark = value.indexOf('?');
        return text(mark < 0 ? value : value.substring(0, mark));
    }

    /** What a client sends must not be able to begin a new field or line. */
    private static String text(@Nullable String value) {
        if (value == null) return "-";
        String cut = value.length() > TEXT_CHARACTERS_MAX ? value.substring(0, TEXT_CHARACTERS_MAX) : value;
        var plain = new StringBuilder(cut.length());
        for (int i = 0; i < cut.length(); i++) plain.append(harmless(cut.charAt(i)));
        return plain.toString();
    }

    /** The controls of ISO 8859-1 too: some tools end a line at U+0085, and terminals obey U+009B. */
    private static char harmless(char c) {
        if (c < ' ' || c >= 0x7F && c < 0xA0) return '?';
        return c == '"' ? '\'' : c == '\\' ? '/' : c;
    }

    long dropped() {
        return dropped.sum();
    }

    private void write() {
        try (out) {
            while (!closing || !lines.isEmpty()) {
                String line = lines.poll(100, TimeUnit.MILLISECONDS);
                if (line == null) continue;
                var together = new StringBuilder(line);
                for (line = lines.poll(); line != null && together.length() < 1 << 16; line = lines.poll())
                    together.append(line);
                if (line != null) together.append(line);
                out.write(together.toString().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException full) {
            System.getLogger("noroshi.beacon")
                    .log(System.Logger.Level.ERROR, "The access log ended. Maybe the disk is full.", full);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing = true;
        try {
            writer.join(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
