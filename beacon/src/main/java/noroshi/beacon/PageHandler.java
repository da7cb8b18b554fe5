package noroshi.beacon;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Request;
import noroshi.snapshot.Answer.Absent;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Answer.Gone;
import noroshi.snapshot.Answer.Moved;
import noroshi.snapshot.Content;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotBroken;
import org.jspecify.annotations.Nullable;

/**
 * Answers GET and HEAD from the snapshot of the moment, by the clock of the moment. Pages often asked for are kept prepared;
 * what they were prepared from is looked at again before each answer: snapshot, time, and the bytes themselves.
 */
final class PageHandler {

    private final Supplier<@Nullable Snapshot> snapshots;
    private final InstantSource clock;
    private final PageCache[] caches;
    private final Damage damage;
    private volatile @Nullable Known known;

    /** What is derived once for each snapshot. */
    private record Known(Snapshot snapshot, Sites sites) {}

    PageHandler(Supplier<@Nullable Snapshot> snapshots, InstantSource clock, int loops, Damage damage) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.damage = damage;
        caches = new PageCache[loops];
        for (int i = 0; i < loops; i++) caches[i] = new PageCache();
    }

    Answer handle(Request request) {
        var snapshot = snapshots.get();
        if (snapshot == null) return ErrorPages.preparing();
        boolean gzip = request.acceptsGzip();
        long nowMs = clock.millis();
        var kept = caches[request.loop()].find(request, gzip, snapshot, nowMs);
        if (kept != null && kept.isIntact()) return conditional(request, kept);
        try {
            return fresh(snapshot, request, gzip, nowMs);
        } catch (SnapshotBroken broken) {
            damage.found(broken);
            return unavailable(snapshot, request, gzip);
        }
    }

    private Answer fresh(Snapshot snapshot, Request request, boolean gzip, long nowMs) {
        var place = place(snapshot, request);
        if (place == null) return ErrorPages.badAddress();
        if (place.path().isEmpty()) return moved(301, place.address("/"), Freshness.of(Instant.MAX, nowMs));
        var now = Instant.ofEpochMilli(nowMs);
        return switch (resolve(snapshot, place, now)) {
            case Found found
            when PageMaker.areIntact(found.body()) -> send(request, PageMaker.page(snapshot, found, gzip, nowMs), gzip);
            case Gone gone
            when PageMaker.areIntact(gone.body()) -> send(request, PageMaker.gone(snapshot, gone, gzip, nowMs), gzip);
            case Found damaged -> damaged(damaged.body(), snapshot, request, gzip);
            case Gone damaged -> damaged(damaged.body(), snapshot, request, gzip);
            case Moved moved -> moved(moved.status(), moved.target(), Freshness.of(moved.until(), nowMs));
            case Absent absent -> elsewhere(snapshot, place, gzip, now);
        };
    }

    /** A page may depend on its query; all others are the same whatever stands behind the question mark. */
    static noroshi.snapshot.Answer resolve(Snapshot snapshot, Place place, Instant now) {
        if (place.mayHaveOwnQuery()) {
            var own = snapshot.resolve(place.keyWithQuery(), now);
            if (!(own instanceof Absent)) return own;
        }
        return snapshot.resolve(place.key(), now);
    }

    private Answer send(Request request, Prepared page, boolean gzip) {
        // Inflated pages and those with filled-in bytes would fill the heap; whoever wants them plain waits a little.
        if (page.isLight()) caches[request.loop()].keep(request, gzip, page);
        return conditional(request, page);
    }

    private static Answer conditional(Request request, Prepared page) {
        String seen = request.field(FieldName.IF_NONE_MATCH);
        if (seen != null && page.answer.status() == 200 && matches(seen, page.etag)) return page.notModified;
        return page.raw != null && request.has(FieldName.RANGE)
                ? RangeAnswers.of(request, page, page.raw)
                : page.answer;
    }

    /** An opaque tag holds no quotes, so finding it quoted is finding it; W/ in front compares weakly, as RFC 9110 wants. */
    private static boolean matches(String seen, String etag) {
        return seen.contains(etag) || seen.strip().equals("*");
    }

    private Answer damaged(List<Content> body, Snapshot snapshot, Request request, boolean gzip) {
        damage.found(body);
        return unavailable(snapshot, request, gzip);
    }

    private Answer unavailable(Snapshot snapshot, Request request, boolean gzip) {
        var place = place(snapshot, request);
        if (place == null) place = new Place(snapshot.root().settings().defaultSite(), false, "/", "");
        return ErrorPages.unavailable(snapshot, place, gzip, clock.instant());
    }

    private static Answer moved(int status, String target, Freshness freshness) {
        return Statuses.of(status)
                .field("Location", target)
                .field("Cache-Control", freshness.cacheControl())
                .text("");
    }

    /** Not here: the same page may stand under the address with or without its last slash. */
    private static Answer elsewhere(Snapshot snapshot, Place place, boolean gzip, Instant now) {
        String path = place.path();
        String other = path.endsWith("/index.html")
                ? path.substring(0, path.length() - "index.html".length())
                : path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        if (!other.isEmpty() && snapshot.resolve(place.withPath(other).key(), now) instanceof Found found)
            return moved(301, place.address(other), Freshness.of(found.until(), now.toEpochMilli()));
        return ErrorPages.notFound(snapshot, place, gzip, now);
    }

    @Nullable
    Place place(Snapshot snapshot, Request request) {
        var known = this.known;
        if (known == null || known.snapshot != snapshot) {
            known = new Known(snapshot, new Sites(snapshot.root().settings()));
            this.known = known;
        }
        return Place.of(request.target(), request.host(), known.sites);
    }
}
