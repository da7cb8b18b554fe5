package noroshi.emergency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import noroshi.emergency.TakeTelegram.Outcome;
import noroshi.platform.Settings;
import noroshi.snapshot.WholeAnswer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Pulls JMA's Atom feeds (高頻度フィード): asks with If-None-Match, takes each new entry's document once, oldest first.
 *
 * <p>What was taken is remembered here only to spare downloads; the telegram's identity decides in the database.
 */
@Component
class JmaFeed {

    private static final Logger log = LoggerFactory.getLogger(JmaFeed.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int FEED_BYTES_MAX = 8 << 20;
    private static final int REMEMBERED_MAX = 5_000;
    private static final int ENTRIES_AT_ONCE_MAX = 200;
    /** Then the line or the database is away, and JMA's server is left in peace until the next turn. */
    private static final int FAILED_AT_ONCE_MAX = 5;

    private final TakeTelegram takeTelegram;
    private final Settings settings;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(TIMEOUT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final Map<URI, String> tags = new LinkedHashMap<>();
    private final Map<URI, Boolean> taken = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Boolean> eldest) {
            return size() > REMEMBERED_MAX;
        }
    };

    JmaFeed(TakeTelegram takeTelegram, Settings settings) {
        this.takeTelegram = takeTelegram;
        this.settings = settings;
    }

    @Scheduled(fixedDelayString = "${noroshi.jma.every:20s}")
    void pull() {
        for (var feed : settings.jma().feeds()) {
            try {
                pull(feed);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                // The edge of the loop: the line may be cut; the next turn asks again.
                log.warn("JMA feed {} could not be pulled: {}. It is asked again shortly.", feed, e.toString());
            }
        }
    }

    private void pull(URI feed) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(feed).timeout(TIMEOUT);
        var tag = tags.get(feed);
        if (tag != null) request.header("If-None-Match", tag);
        var answer = WholeAnswer.of(http, request.build(), FEED_BYTES_MAX);
        if (answer.statusCode() == 304) return;
        if (answer.statusCode() != 200) throw new IOException("status %d".formatted(answer.statusCode()));
        boolean complete = takeAll(AtomEntries.read(answer.body(), feed));
        // Only a feed whose entries were all taken may be answered with "not modified" next time.
        if (complete) answer.headers().firstValue("ETag").ifPresent(etag -> tags.put(feed, etag));
    }

    private boolean takeAll(List<URI> documents) throws InterruptedException {
        boolean complete = true;
        int count = 0;
        int failed = 0;
        for (var document : documents.reversed()) {
            if (taken.containsKey(document)) continue;
            if (++count > ENTRIES_AT_ONCE_MAX) return false;
            if (take(document)) continue;
            complete = false;
            if (++failed == FAILED_AT_ONCE_MAX) return false;
        }
        return complete;
    }

    private boolean take(URI document) throws InterruptedException {
        try {
            var answer = WholeAnswer.of(
                    http, HttpRequest.newBuilder(document).timeout(TIMEOUT).build(), FEED_BYTES_MAX);
            if (answer.statusCode() != 200) throw new IOException("status %d".formatted(answer.statusCode()));
            switch (takeTelegram.handle(new TakeTelegram.Command(answer.body(), kind(document), false))) {
                case Outcome.Taken done -> taken.put(document, true);
                case Outcome.Rejected rejected -> {
                    log.warn("{} was refused: {}", document, rejected.why().getMessage());
                    taken.put(document, false);
                }
                case Outcome.ReplayForbidden forbidden -> throw new IllegalStateException(forbidden.reason());
            }
            return true;
        } catch (IOException | RuntimeException e) {
            // One that nobody can take must not stand before all that come after it.
            log.warn("{} could not be taken: {}. It is tried again shortly.", document, e.toString());
            return false;
        }
    }

    /** …/20260311054800_0_VXSE51_010000.xml names its kind. */
    private static String kind(URI document) {
        for (var part : document.getPath().split("[_/.]")) if (part.matches("V[A-Z]{3}[0-9i]{2}")) return part;
        return "";
    }
}
