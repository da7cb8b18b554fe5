package noroshi.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import noroshi.letter.LetterKeys;
import noroshi.platform.Settings;
import noroshi.snapshot.Signer;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.SnapshotWriter;
import noroshi.snapshot.Trust;
import noroshi.snapshot.VerifyKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The office's own snapshot directory and the keys that sign it. Opened when it is first needed. */
final class Snapshots implements AutoCloseable {

    /** Without a new root for so long, beacons say that what they show may be old. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final Logger log = LoggerFactory.getLogger(Snapshots.class);

    /** Every page as it was asked for. */
    static final String NORMAL = "normal";

    private final Path data;
    private final String defaultSite;
    private final Reunion reunion;
    private final LetterKeys letterKeys;
    // Fair: an alert waits for one chunk of a rebuild, never for all of it.
    private final ReentrantLock order = new ReentrantLock(true);
    private final AtomicReference<@Nullable SnapshotWriter> opened = new AtomicReference<>();
    private volatile Set<String> witnessed = ConcurrentHashMap.newKeySet();
    private volatile Consumer<SnapshotWriter> published = writer -> {};

    Snapshots(Settings settings) {
        this(settings.data(), settings.defaultSite(), settings.beacons());
    }

    Snapshots(Path data, String defaultSite, List<Settings.Beacon> beacons) {
        this.data = data;
        this.defaultSite = defaultSite;
        this.reunion = new Reunion(data, beacons);
        this.letterKeys = new LetterKeys(data.resolve("keys").resolve("letter.key"), new SecureRandom());
    }

    /** After a restore, until the site was built anew: what the database does not know stays public, and is listed. */
    boolean isAfterRestore() {
        return reunion.isPending();
    }

    /** Pages that the restored database does not know are written down: from here on all is as always. */
    void settled() {
        reunion.done();
    }

    /** Told after each publish, with what is to be pushed. */
    void onPublished(Consumer<SnapshotWriter> listener) {
        published = listener;
    }

    /**
     * Reads facts, builds, publishes: one at a time, so that what was read later is never overwritten by what was read
     * before. Returns how many records and slots changed.
     */
    int publish(Instant now, Consumer<Draft> build) {
        order.lock();
        try {
            var writer = writer();
            var draft = new Draft(writer);
            build.accept(draft);
            witnessed.addAll(draft.built());
            if (draft.isEmpty()) return 0;
            writer.publish(draft.changes(), now);
            published.accept(writer);
            return draft.changed();
        } finally {
            order.unlock();
        }
    }

    /** The names of all records built from now on, whoever builds them; a former witness sees no more. */
    Set<String> witness() {
        witnessed = ConcurrentHashMap.newKeySet();
        return witnessed;
    }

    /** A new root without changes: tells beacons that the office lives and nothing is newer. */
    void renew(Instant now) {
        order.lock();
        try {
            var writer = writer();
            if (writer.current() == null) return;
            writer.publish(noroshi.snapshot.Changes.builder().build(), now);
            published.accept(writer);
        } finally {
            order.unlock();
        }
    }

    /** Gives disk space back when most of what is stored is garbage; usually does nothing. */
    void compact() {
        order.lock();
        try {
            if (writer().compact()) log.info("The snapshot's store was compacted");
        } finally {
            order.unlock();
        }
    }

    synchronized SnapshotWriter writer() {
        var writer = opened.get();
        if (writer == null) {
            reunion.join();
            writer = SnapshotWriter.open(data.resolve("snapshot"), signer());
            opened.set(writer);
        }
        return writer;
    }

    noroshi.snapshot.Settings settings(Map<String, List<String>> hosts) {
        var site = hosts.containsKey(defaultSite)
                ? defaultSite
                : hosts.keySet().iterator().next();
        return new noroshi.snapshot.Settings(hosts, site, List.of(letterKeys.newest()), mode(), LIFE);
    }

    /** What beacons are commanded now; it stands in the snapshot alone, so that what is shown is what was signed. */
    String mode() {
        var current = writer().current();
        return current == null ? NORMAL : current.root().settings().mode();
    }

    /** A new root that commands another mode; false: it is commanded already, or nothing was published yet. */
    boolean command(String mode, Instant now) {
        return tell(told -> told.withMode(mode), now);
    }

    /** After a rotation new Letters are sealed to the new key; false: the beacons know it already. */
    boolean tellLetterKey(Instant now) {
        return tell(told -> told.withLetterKeys(List.of(letterKeys.newest())), now);
    }

    private boolean tell(UnaryOperator<noroshi.snapshot.Settings> change, Instant now) {
        order.lock();
        try {
            var current = writer().current();
            if (current == null) return false;
            var told = current.root().settings();
            var next = change.apply(told);
            if (next.equals(told)) return false;
            writer().publish(noroshi.snapshot.Changes.builder().settings(next).build(), now);
            published.accept(writer());
            return true;
        } finally {
            order.unlock();
        }
    }

    private Signer signer() {
        var keys = data.resolve("keys");
        var root = new VerifyKey(read(keys.resolve("root.pub")));
        try {
            var trust = Trust.parse(Files.readAllBytes(keys.resolve("trust")), root);
            return new Signer(SigningKey.parse(read(keys.resolve("signing.key"))), trust, root);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the keys in %s. Maybe start with ./noroshi once.".formatted(keys), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot read the key %s. Maybe start with ./noroshi once.".formatted(file), e);
        }
    }

    @Override
    public synchronized void close() {
        var writer = opened.getAndSet(null);
        if (writer != null) writer.close();
    }
}
