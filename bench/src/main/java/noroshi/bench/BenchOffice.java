package noroshi.bench;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Push;
import noroshi.snapshot.Settings;
import noroshi.snapshot.Signer;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.SnapshotWriter;
import noroshi.snapshot.Timeline;
import noroshi.snapshot.Trust;
import noroshi.snapshot.Value;

/**
 * What publishes in the place of an office: pages of about 24 KB, of which 8 KB are the page's own (2 to 3 KB compressed) and
 * the rest is shared with all others, with a banner slot in each.
 */
final class BenchOffice implements AutoCloseable {

    static final String SITE = "040002";
    private static final int PAGES_PER_PUBLISH = 5_000;
    private static final int SHARED_BYTES = 8 * 1024;
    private static final int OWN_BYTES = 8 * 1024;
    private static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());
    private static final String WORDS =
            "避難所開設断水給水道路通行止復旧工事県庁市役所本日午前午後時点状況お知らせします区間地域住民皆様ご注意ください河川氾濫警戒津波高台移動電話窓口受付期間詳細次通り";

    private final InstantSource clock = InstantSource.system();
    private final SigningKey root;
    private final SnapshotWriter writer;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Part head;
    private final Part navigation;
    private final Part foot;

    BenchOffice(Path folder) {
        var random = new SecureRandom();
        root = SigningKey.generate(random);
        var online = SigningKey.generate(random);
        var now = clock.instant();
        var trust = Trust.sign(
                root, 1, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), List.of(online.verifyKey()));
        writer = SnapshotWriter.open(folder.resolve("office"), new Signer(online, trust, root.verifyKey()));
        head = piece(text(new Random(1), SHARED_BYTES / 4));
        navigation = piece(text(new Random(2), SHARED_BYTES));
        foot = piece(text(new Random(3), SHARED_BYTES));
        var unused = writer.publish(
                Changes.builder()
                        .settings(new Settings(
                                Map.of(SITE, List.of("www.pref.example")),
                                SITE,
                                List.of(new Settings.LetterKey("k1", "ab".repeat(32))),
                                "normal",
                                Duration.ofDays(1)))
                        .slot("banner", List.of(piece("<p>平常どおり</p>")))
                        .build(),
                now);
    }

    String rootKey() {
        return root.verifyKey().hex();
    }

    void fill(int pages) {
        for (int from = 0; from < pages; from += PAGES_PER_PUBLISH) {
            var changes = Changes.builder();
            for (int i = from; i < Math.min(pages, from + PAGES_PER_PUBLISH); i++)
                changes.put(Key.of(SITE, "/" + i), page("頁 " + i, new Random(i + 10L)));
            publish(changes);
        }
    }

    /** A page, the list it stands in, and the feed: what one article changes at least. */
    void publishArticle(int number, String title) {
        publish(Changes.builder()
                .put(Key.of(SITE, "/" + number), page(title, new Random(title.hashCode())))
                .put(Key.of(SITE, "/list"), page(title, new Random(4)))
                .put(Key.of(SITE, "/feed.xml"), page(title, new Random(5))));
    }

    void publishBanner(String text) {
        publish(Changes.builder().slot("banner", List.of(piece("<p>" + text + "</p>"))));
    }

    /** Three pages that the clock changes: one opens, one goes, one says that it is overdue. */
    void publishTimed(Instant at) {
        var overdue =
                new Part.Timed(Timeline.always(text("<p>次回更新予定を待っています</p>")).then(at, text("<p>更新予定を過ぎています</p>")));
        publish(Changes.builder()
                .put(
                        Key.of(SITE, "/opens"),
                        Timeline.<Value>always(new Value.Absent()).then(at, page("公開", new Random(6))))
                .put(
                        Key.of(SITE, "/ends"),
                        Timeline.always(page("期限つき", new Random(7))).then(at, new Value.Absent()))
                .put(Key.of(SITE, "/overdue"), new Value.Page(HTML, List.of(head, overdue, foot))));
    }

    private void publish(Changes.Builder changes) {
        var unused = writer.publish(changes.build(), clock.instant());
    }

    Push pushTo(BeaconProcess beacon) {
        return new Push(http, beacon.admin(), BeaconProcess.SECRET);
    }

    void send(Push push) throws InterruptedException {
        var outcome = push.send(writer);
        if (!(outcome instanceof Push.Outcome.Served))
            throw new IllegalStateException("The push ended with " + outcome);
    }

    Instant now() {
        return clock.instant();
    }

    private Value page(String title, Random random) {
        return new Value.Page(
                HTML,
                List.of(
                        head,
                        new Part.Slot("banner"),
                        navigation,
                        piece("<h1>" + title + "</h1>" + text(random, OWN_BYTES)),
                        foot));
    }

    private Part piece(String text) {
        return Part.piece(text(text));
    }

    private noroshi.snapshot.Fragment text(String text) {
        return writer.text(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Words repeat as they do in real pages, so that four bytes become one. */
    private static String text(Random random, int bytes) {
        var text = new StringBuilder("<section>");
        var recent = new String[24];
        for (int words = 0; text.length() * 3 < bytes; words++) {
            int at = random.nextInt(WORDS.length() - 6);
            String word = words > recent.length && random.nextInt(100) < 62
                    ? recent[random.nextInt(recent.length)]
                    : WORDS.substring(at, at + 3 + random.nextInt(4)) + random.nextInt(90);
            recent[words % recent.length] = word;
            text.append(word);
            if (random.nextInt(20) == 0) text.append("。</p>\n<p>");
        }
        return text.append("。</p></section>\n").toString();
    }

    @Override
    public void close() {
        writer.close();
        http.shutdownNow();
    }
}
