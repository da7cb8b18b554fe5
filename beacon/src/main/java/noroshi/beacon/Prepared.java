package noroshi.beacon;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import noroshi.beacon.http.Answer;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * A page as one loop keeps it ready: the whole answer, its 304, and what must still be true when it is sent. Belongs to one
 * loop, since the views used for checking are moved.
 */
final class Prepared {

    /** Longer fragments are checked when prepared, and again by the scrubber: a range of a film can not wait for all of it. */
    static final int CHECKED_EACH_TIME_BYTES_MAX = 256 * 1024;

    private static final int OWN_BYTES_MAX = 1024;

    final Answer answer;
    final Answer notModified;
    final String etag;
    final @Nullable String form;
    /** The body as raw bytes, if byte ranges of it may be asked for. */
    final @Nullable List<Fragment> raw;

    /** What is shown, for counting; null for what is no page. */
    final Views.@Nullable Page page;
    /** The rung of the ladder under which this was prepared. */
    private final Variant rung;

    final boolean standsIn;

    Views.@Nullable Counter counter;

    private final Head head;
    private final Freshness freshness;
    private final List<Fragment> fragments;
    private final Snapshot snapshot;
    private final long fromMs;
    private final ByteBuffer[] checked;
    private final int[] checks;
    private final CRC32C crc = new CRC32C();

    /**
     * How a page came to be shown.
     *
     * @param rung of the ladder at that moment
     * @param page null for what is no page
     * @param notice what stands in for another page says so; empty otherwise
     */
    record Showing(Variant rung, Views.@Nullable Page page, byte[] notice) {

        static final byte[] NOTHING = {};
    }

    Prepared(
            Answer answer,
            Answer notModified,
            String etag,
            @Nullable String form,
            @Nullable List<Fragment> raw,
            Snapshot snapshot,
            long fromMs,
            Head head,
            Freshness freshness,
            List<Fragment> fragments,
            Showing showing) {
        this.page = showing.page;
        this.rung = showing.rung;
        this.standsIn = showing.notice.length > 0;
        this.answer = answer;
        this.notModified = notModified;
        this.etag = etag;
        this.form = form;
        this.raw = raw;
        this.snapshot = snapshot;
        this.fromMs = fromMs;
        this.head = head;
        this.freshness = freshness;
        this.fragments = fragments;
        var eachTime = fragments.stream()
                .filter(f -> f.storedBytes() <= CHECKED_EACH_TIME_BYTES_MAX)
                .toList();
        checked = eachTime.stream().map(Fragment::buffer).toArray(ByteBuffer[]::new);
        checks = eachTime.stream().mapToInt(Fragment::crc32c).toArray();
    }

    boolean holds(Snapshot current, Variant currentRung, long nowMs) {
        return snapshot == current && rung == currentRung && nowMs >= fromMs && nowMs < freshness.untilMs();
    }

    /** Whether the mapped bytes are still those that were signed for: 0.2 µs for an ordinary page. */
    boolean isIntact() {
        for (int i = 0; i < checked.length; i++) {
            crc.reset();
            checked[i].rewind();
            crc.update(checked[i]);
            if ((int) crc.getValue() != checks[i]) return false;
        }
        return true;
    }

    /** Whether it holds little memory of its own: views of mapped bytes are free, inflated ones are not. */
    boolean isLight() {
        long stored = 0;
        for (var fragment : fragments) stored += fragment.storedBytes();
        return answer.bodyLength() <= stored + OWN_BYTES_MAX;
    }

    /** The head of an answer with a part of this body. */
    Answer.Building partial(int status, String range) {
        var building = Statuses.of(status);
        Fields.add(building, head);
        return building.field("ETag", etag)
                .field("Cache-Control", freshness.cacheControl())
                .field("Accept-Ranges", "bytes")
                .field("Content-Range", range);
    }
}
