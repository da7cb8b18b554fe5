package noroshi.beacon;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import noroshi.beacon.http.Answer;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Answer.Gone;
import noroshi.snapshot.Content;
import noroshi.snapshot.Encoding;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.GzipMember;
import noroshi.snapshot.Hash;
import noroshi.snapshot.Head;
import noroshi.snapshot.Part;
import noroshi.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** Makes whole answers out of what a snapshot says: joins fragments, writes heads, names them by strong entity tags. */
final class PageMaker {

    private static final Function<Part.Blank, byte[]> EMPTY = blank -> new byte[0];

    private PageMaker() {}

    static Prepared page(Snapshot snapshot, Found found, boolean gzip, long nowMs, Prepared.Showing showing) {
        return prepared(
                snapshot,
                200,
                found.head(),
                found.body(),
                found.form(),
                found.tag(),
                Freshness.of(found.until(), nowMs),
                gzip,
                nowMs,
                showing);
    }

    static Prepared gone(Snapshot snapshot, Gone gone, boolean gzip, long nowMs, Prepared.Showing showing) {
        return prepared(
                snapshot,
                410,
                gone.head(),
                gone.body(),
                null,
                gone.tag(),
                Freshness.of(gone.until(), nowMs),
                gzip,
                nowMs,
                showing);
    }

    private static Prepared prepared(
            Snapshot snapshot,
            int status,
            Head head,
            List<Content> contents,
            @Nullable String form,
            Hash tag,
            Freshness freshness,
            boolean gzip,
            long nowMs,
            Prepared.Showing showing) {
        var fragments = contents.stream()
                .filter(Fragment.class::isInstance)
                .map(Fragment.class::cast)
                .toList();
        boolean raw = isRaw(contents);
        boolean coded = gzip && !raw;
        String etag = "\"" + tag.hex().substring(0, 32) + (coded ? "-g" : "") + mark(showing.notice()) + "\"";
        var answer = Statuses.of(status);
        Fields.add(answer, head);
        validators(answer, etag, freshness, raw);
        var unchanged = Statuses.of(304);
        validators(unchanged, etag, freshness, raw);
        return new Prepared(
                coded(answer, contents, coded, notice(showing.notice())),
                unchanged.nothing(),
                etag,
                form,
                raw && status == 200 ? fragments : null,
                snapshot,
                nowMs,
                head,
                freshness,
                fragments,
                showing);
    }

    private static Function<Part.Blank, byte[]> notice(byte[] notice) {
        return blank -> blank.name().equals(Degradation.NOTICE) ? notice : Prepared.Showing.NOTHING;
    }

    /** Other words, other entity: a tag must tell a page from the same page standing in for another. */
    private static String mark(byte[] notice) {
        return notice.length == 0 ? "" : "-" + Hash.of(notice).hex().substring(0, 8);
    }

    private static void validators(Answer.Building building, String etag, Freshness freshness, boolean raw) {
        building.field("ETag", etag).field("Cache-Control", freshness.cacheControl());
        if (raw) building.field("Accept-Ranges", "bytes");
        else building.field("Vary", "Accept-Encoding");
    }

    /** An answer that belongs to one request only (a filled receipt, an error page): never kept by anyone. */
    static Answer once(
            int status, Head head, List<Content> contents, boolean gzip, Function<Part.Blank, byte[]> blanks) {
        var building = Statuses.of(status);
        Fields.add(building, head);
        building.field("Cache-Control", "no-store");
        return coded(building, contents, gzip && !isRaw(contents), blanks);
    }

    /** An error page: the same for everybody, so it may be kept as long as a page. */
    static Answer error(int status, Head head, List<Content> contents, boolean gzip, Freshness freshness) {
        var building = Statuses.of(status);
        Fields.add(building, head);
        building.field("Cache-Control", freshness.cacheControl()).field("Vary", "Accept-Encoding");
        return coded(building, contents, gzip && !isRaw(contents), EMPTY);
    }

    private static Answer coded(
            Answer.Building building, List<Content> contents, boolean gzip, Function<Part.Blank, byte[]> blanks) {
        if (!gzip) return building.body(plain(contents, blanks));
        return building.field("Content-Encoding", "gzip")
                .body(GzipMember.of(contents, blanks).buffers());
    }

    private static List<ByteBuffer> plain(List<Content> contents, Function<Part.Blank, byte[]> blanks) {
        var parts = new ArrayList<ByteBuffer>(contents.size());
        for (var content : contents) {
            parts.add(
                    switch (content) {
                        case Fragment fragment ->
                            fragment.encoding() == Encoding.RAW ? fragment.buffer() : ByteBuffer.wrap(fragment.plain());
                        case Part.Blank blank -> ByteBuffer.wrap(blanks.apply(blank));
                    });
        }
        return parts;
    }

    static boolean areIntact(List<Content> contents) {
        return contents.stream().allMatch(content -> !(content instanceof Fragment fragment) || fragment.intact());
    }

    private static boolean isRaw(List<Content> contents) {
        return !contents.isEmpty()
                && contents.stream().allMatch(c -> c instanceof Fragment f && f.encoding() == Encoding.RAW);
    }
}
