package noroshi.beacon;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import noroshi.beacon.http.Traffic;
import noroshi.letter.LetterSpool;
import noroshi.snapshot.Mirror;
import noroshi.snapshot.Root;
import org.jspecify.annotations.Nullable;

/** How the beacon is: a few facts as JSON for people and scripts, all of them as Prometheus text. */
final class Health {

    private final Mirror mirror;
    private final LetterSpool spool;
    private final LetterDesk desk;
    private final @Nullable LetterCopies copies;
    private final Damage damage;
    private final Traffic traffic;
    private final @Nullable AccessLog log;
    private final InstantSource clock;

    Health(
            Mirror mirror,
            LetterSpool spool,
            LetterDesk desk,
            @Nullable LetterCopies copies,
            Damage damage,
            Traffic traffic,
            @Nullable AccessLog log,
            InstantSource clock) {
        this.mirror = mirror;
        this.spool = spool;
        this.desk = desk;
        this.copies = copies;
        this.damage = damage;
        this.traffic = traffic;
        this.log = log;
        this.clock = clock;
    }

    /** {@code status}: preparing (no snapshot yet), clock (ours stands before the root), stale, damaged or up. */
    String json() {
        var snapshot = mirror.current();
        if (snapshot == null)
            return "{\"status\":\"preparing\",\"version\":0,\"lettersWaiting\":%d}".formatted(spool.unconfirmed());
        var root = snapshot.root();
        var now = clock.instant();
        return """
                {"status":"%s","version":%d,"created":"%s","expires":"%s","ageSeconds":%d,"mode":"%s","damagedAnswers":%d,"lettersWaiting":%d}""".formatted(
                        status(root, now, snapshot.stale(now)),
                        root.version(),
                        root.created(),
                        root.expires(),
                        Duration.between(root.created(), now).toSeconds(),
                        root.settings().mode(),
                        damage.count(),
                        spool.unconfirmed());
    }

    private String status(Root root, Instant now, boolean stale) {
        if (now.isBefore(root.created())) return "clock";
        if (stale) return "stale";
        return damage.isThere() ? "damaged" : "up";
    }

    String metrics() {
        var text = new Metrics();
        var snapshot = mirror.current();
        text.gauge(
                "snapshot_version",
                "Version served; 0 before the first",
                snapshot == null ? 0 : snapshot.root().version());
        if (snapshot != null)
            text.gauge(
                    "snapshot_age_seconds",
                    "Since the root was created",
                    Duration.between(snapshot.root().created(), clock.instant()).toSeconds());
        text.counter("requests_total", "Requests read", traffic.requests());
        text.counter("requests_refused_total", "Malformed or beyond a limit", traffic.requestsRefused());
        for (int i = 1; i <= 5; i++)
            text.counter("answers_total{class=\"" + i + "xx\"}", "Answers given", traffic.answers(i));
        text.counter("sent_bytes_total", "Bytes sent", traffic.bytesOut());
        text.gauge("connections_open", "Open connections", traffic.connectionsOpen());
        text.counter("connections_total", "Connections accepted", traffic.connectionsAccepted());
        text.counter("connections_turned_away_total", "Beyond a limit of connections", traffic.connectionsTurnedAway());
        text.counter("timeouts_total", "Connections cut or refused for slowness", traffic.timedOut());
        text.counter("damaged_answers_total", "Answers withheld because stored bytes were altered", damage.count());
        text.gauge("damaged_things", "Known to be damaged on disk and not fetched again yet", mirror.damaged());
        text.counter("letters_total", "Letters taken since the start", desk.taken());
        text.gauge("letters_waiting", "Letters not confirmed by the office", spool.unconfirmed());
        text.gauge("letters_bytes", "Size of the spool", spool.bytes());
        text.counter("letter_commits_total", "Times Letters were forced to disk", spool.commits());
        if (copies != null) {
            text.counter("letters_copied_total", "Letters a second beacon took", copies.copied());
            text.gauge("letters_alone", "Letters known to stand here only", spool.alone());
            text.gauge("letter_copies_reachable", "1 while a second beacon answers", copies.isReachable() ? 1 : 0);
        }
        if (log != null)
            text.counter("access_log_dropped_total", "Lines that the disk was too slow for", log.dropped());
        return text.toString();
    }
}
