package noroshi.beacon;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import noroshi.beacon.http.Answer;
import noroshi.beacon.http.FieldName;
import noroshi.beacon.http.Method;
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
    private final Degradation degradation;
    private final Views views;
    private final PageCounts counts;
    private volatile @Nullable Known known;

    /** What is derived once for each snapshot. */
    private record Known(Snapshot snapshot, Sites sites) {}

    PageHandler(Supplier<@Nullable Snapshot> snapshots, InstantSource clock, int loops, Damage damage, Shown shown) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.damage = damage;
        degradation = shown.degradation();
        views = shown.views();
        counts = shown.counts();
        caches = new PageCache[loops];
        for (int i = 0; i < loops; i++) caches[i] = new PageCache();
    }

    Answer handle(Request request) {
        var snapshot = snapshots.get();
        if (snapshot == null) return counts.count(Variant.FULL, ErrorPages.preparing());
        boolean gzip = request.acceptsGzip();
        long nowMs = clock.millis();
        var rung = degradation.rung(snapshot);
        var kept = caches[request.loop()].find(request, gzip, snapshot, rung, nowMs);
        if (kept != null && kept.isIntact()) {
            counts.prepared.increment();
            return shown(request, kept);
        }
        try {
            return fresh(new Asking(snapshot, request, gzip, nowMs, rung));
        } catch (SnapshotBroken broken) {
            damage.found(broken);
            return unavailable(snapshot, request, gzip);
        }
    }

    /** A request that no prepared page answers. */
    private record Asking(Snapshot snapshot, Request request, boolean gzip, long nowMs, Variant rung) {

        Instant now() {
            return Instant.ofEpochMilli(nowMs);
        }
    }

    private Answer fresh(Asking asking) {
        counts.made.increment();
        var snapshot = asking.snapshot;
        var place = place(snapshot, asking.request);
        if (place == null) return counts.count(Variant.FULL, ErrorPages.badAddress());
        if (place.path().isEmpty())
            return counts.count(Variant.FULL, moved(301, place.address("/"), Freshness.of(Instant.MAX, asking.nowMs)));
        return switch (resolve(snapshot, place, asking.now())) {
            case Found found when PageMaker.areIntact(found.body()) -> page(asking, place, found);
            case Gone gone
            when PageMaker.areIntact(gone.body()) ->
                send(
                        asking,
                        PageMaker.gone(
                                snapshot,
                                gone,
                                asking.gzip,
                                asking.nowMs,
                                new Prepared.Showing(asking.rung, null, Prepared.Showing.NOTHING)));
            case Found damaged -> damaged(damaged.body(), snapshot, asking.request, asking.gzip);
            case Gone damaged -> damaged(damaged.body(), snapshot, asking.request, asking.gzip);
            case Moved moved ->
                counts.count(
                        place.variant(),
                        moved(moved.status(), moved.target(), Freshness.of(moved.until(), asking.nowMs)));
            case Absent absent -> {
                var lightened = Degradation.lightened(place, asking.rung);
                yield counts.count(lightened.variant(), elsewhere(asking, place, lightened));
            }
        };
    }

    private Answer page(Asking asking, Place place, Found found) {
        var standIn = Degradation.standIn(asking.snapshot, place, asking.rung, asking.now());
        var variant = standIn == null ? place.variant() : standIn.variant();
        var shown = standIn == null ? found : standIn.found();
        var page = shown.head().type().startsWith("text/html")
                ? new Views.Page(place.site(), variant, place.fullPath())
                : null;
        var notice = standIn == null ? Prepared.Showing.NOTHING : standIn.notice();
        return send(
                asking,
                PageMaker.page(
                        asking.snapshot,
                        shown,
                        asking.gzip,
                        asking.nowMs,
                        new Prepared.Showing(asking.rung, page, notice)));
    }

    /** A page may depend on its query; all others are the same whatever stands behind the question mark. */
    static noroshi.snapshot.Answer resolve(Snapshot snapshot, Place place, Instant now) {
        if (place.mayHaveOwnQuery()) {
            var own = snapshot.resolve(place.keyWithQuery(), now);
            if (!(own instanceof Absent)) return own;
        }
        return snapshot.resolve(place.key(), now);
    }

    private Answer send(Asking asking, Prepared page) {
        // Inflated pages and those with filled-in bytes would fill the heap; whoever wants them plain waits a little.
        if (page.isLight()) caches[asking.request.loop()].keep(asking.request, asking.gzip, page);
        return shown(asking.request, page);
    }

    private Answer shown(Request request, Prepared page) {
        var answer = conditional(request, page);
        var of = page.page;
        if (of != null && request.method() == Method.GET) page.counter = views.count(of, page.counter);
        if (page.standsIn) counts.standIns.increment();
        return counts.count(of == null ? Variant.FULL : of.variant(), answer);
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
        if (place == null) place = Place.top(snapshot.root().settings().defaultSite());
        var lightened = lightened(snapshot, place);
        return counts.count(lightened.variant(), ErrorPages.unavailable(snapshot, lightened, gzip, clock.instant()));
    }

    /** Where what is said about a page belongs: in the variant that the ladder allows. */
    Place lightened(Snapshot snapshot, Place place) {
        return Degradation.lightened(place, degradation.rung(snapshot));
    }

    private static Answer moved(int status, String target, Freshness freshness) {
        return Statuses.of(status)
                .field("Location", target)
                .field("Cache-Control", freshness.cacheControl())
                .text("");
    }

    /** Not here: the same page may stand under the address with or without its last slash. */
    private static Answer elsewhere(Asking asking, Place place, Place lightened) {
        String path = place.path();
        String other = path.endsWith("/index.html")
                ? path.substring(0, path.length() - "index.html".length())
                : path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
        if (!other.isEmpty()
                && asking.snapshot.resolve(place.withPath(other).key(), asking.now()) instanceof Found found)
            return moved(301, place.address(other), Freshness.of(found.until(), asking.nowMs));
        return ErrorPages.notFound(asking.snapshot, lightened, asking.gzip, asking.now());
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
