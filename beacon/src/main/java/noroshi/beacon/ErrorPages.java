package noroshi.beacon;

import java.time.Instant;
import noroshi.beacon.http.Answer;
import noroshi.snapshot.Answer.Found;
import noroshi.snapshot.Key;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.SnapshotBroken;
import org.jspecify.annotations.Nullable;

/** What a reader sees when there is no page: the site's own words if its snapshot has them, else a few of ours. */
final class ErrorPages {

    private static final String HTML = "text/html; charset=utf-8";

    private ErrorPages() {}

    /**
     * A page of the site's own under another status, if it is there and whole: {@code !404}, or {@code !404/l} for who came for
     * a light page, so that a poor line is not answered with a heavy one.
     */
    static @Nullable Answer own(Snapshot snapshot, Place place, int status, boolean gzip, Instant now) {
        try {
            return whole(snapshot, place, status, gzip, now);
        } catch (SnapshotBroken damaged) {
            return null;
        }
    }

    private static @Nullable Answer whole(Snapshot snapshot, Place place, int status, boolean gzip, Instant now) {
        String name = "!" + status;
        var answer = snapshot.resolve(Key.of(place.site(), name + place.variant().prefix), now);
        if (!(answer instanceof Found)) answer = snapshot.resolve(Key.of(place.site(), name), now);
        if (!(answer instanceof Found found)) return null;
        if (!PageMaker.areIntact(found.body())) return null;
        return PageMaker.error(
                status, found.head(), found.body(), gzip, Freshness.of(found.until(), now.toEpochMilli()));
    }

    static Answer notFound(Snapshot snapshot, Place place, boolean gzip, Instant now) {
        var own = own(snapshot, place, 404, gzip, now);
        return own != null ? own : plain(404, "ページが見つかりません", "お探しのページはありません。住所（URL）をお確かめください。");
    }

    static Answer unavailable(Snapshot snapshot, Place place, boolean gzip, Instant now) {
        var own = own(snapshot, place, 503, gzip, now);
        return own != null
                ? own
                : plain(503, "ただいま表示できません", "この頁は一時的に表示できません。しばらくしてから、もう一度お試しください。お急ぎの方は、お電話でお問い合わせください。");
    }

    static Answer preparing() {
        return plain(503, "準備中", "この情報サイトは準備中です。しばらくしてから、もう一度お試しください。");
    }

    static Answer badAddress() {
        return plain(400, "住所（URL）が正しくありません", "住所（URL）に使えない文字が含まれています。トップページからお探しください。");
    }

    static Answer notAllowed(boolean takesPost) {
        return building(405)
                .field("Allow", takesPost ? "GET, HEAD, POST" : "GET, HEAD")
                .text(html("この操作はできません", "この住所（URL）では、その操作は受け付けていません。"));
    }

    static Answer unknownMethod() {
        return building(501).text(html("この操作はできません", "対応していない操作です。"));
    }

    static Answer plain(int status, String title, String text) {
        var building = building(status);
        if (status == 503 || status == 429) building.field("Retry-After", "10");
        return building.text(html(title, text));
    }

    static Answer tooMany(int seconds) {
        return building(429)
                .field("Retry-After", Integer.toString(seconds))
                .text(html("送信が多すぎます", "短い時間に多くの送信がありました。" + seconds + "秒ほど待って、もう一度お送りください。"));
    }

    /** A page with a form of its own; {@code html} is written by us, what readers wrote is escaped in it. */
    static Answer waiting(int seconds, String html) {
        return building(429).field("Retry-After", Integer.toString(seconds)).text(page("少しお待ちください", html));
    }

    /** A whole page that the office made, with its own small style. */
    static Answer html200(byte[] page) {
        var building = started(200).field("Content-Security-Policy", InlineStyle.policy(page));
        Fields.safety(building, HTML, true);
        return building.bytes(page);
    }

    private static Answer.Building building(int status) {
        var building = started(status);
        Fields.safety(building, HTML, false);
        return building;
    }

    private static Answer.Building started(int status) {
        return Statuses.of(status)
                .field("Content-Type", HTML)
                .field("Content-Language", "ja")
                .field("Cache-Control", "no-store");
    }

    private static String html(String title, String text) {
        return page(title, "<p>" + text + "</p>");
    }

    private static String page(String title, String html) {
        return """
                <!DOCTYPE html>
                <html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
                <body><h1>%s</h1>%s</body></html>
                """.formatted(title, title, html);
    }
}
