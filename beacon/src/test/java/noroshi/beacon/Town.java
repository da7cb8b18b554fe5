package noroshi.beacon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import noroshi.beacon.http.Fronts;
import noroshi.beacon.http.TrustedFronts;
import noroshi.letter.LetterClient;
import noroshi.letter.Unseal;
import noroshi.letter.UnsealKey;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Form;
import noroshi.snapshot.Form.Field;
import noroshi.snapshot.Form.Kind;
import noroshi.snapshot.Fragment;
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
import org.jspecify.annotations.Nullable;

/** A small government with an office that publishes, and beacons that show it. */
final class Town implements AutoCloseable {

    static final String SITE = "040002";
    static final String OTHER_SITE = "041009";
    static final String SECRET = "a secret of the office";
    static final String LETTER_SECRET = "a secret between beacons";
    static final Instant NOON = Instant.parse("2026-03-11T03:00:00Z");
    static final Instant AT_THREE = Instant.parse("2026-03-11T06:00:00Z");
    static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());
    static final byte[] PICTURE = picture();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final SigningKey ROOT = SigningKey.generate(RANDOM);
    private static final SigningKey ONLINE = SigningKey.generate(RANDOM);
    private static final Trust TRUST = Trust.sign(
            ROOT, 1, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(365)), List.of(ONLINE.verifyKey()));
    static final UnsealKey LETTER_KEY = UnsealKey.generate("k1", RANDOM);

    final MovedClock clock = new MovedClock(NOON.plusSeconds(10));
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path folder;
    private final SnapshotWriter writer;
    private final List<Beacon> beacons = new ArrayList<>();
    private @Nullable UnsealKey searchKey;

    Town(Path folder) {
        this.folder = folder;
        writer = SnapshotWriter.open(folder.resolve("office"), new Signer(ONLINE, TRUST, ROOT.verifyKey()));
    }

    Beacon beacon(String name, URI... upstreams) {
        return beacon(name, null, upstreams);
    }

    /** Trusted with the index of persons. */
    Beacon beaconTrusted(String name, UnsealKey key, URI... upstreams) {
        searchKey = key;
        try {
            return beacon(name, upstreams);
        } finally {
            searchKey = null;
        }
    }

    Beacon beaconBehindFrontServer(String name) {
        return start(name, null, null, true, Options.Copying.NONE, List.of());
    }

    /** Takes copies of Letters from whoever shows {@link #LETTER_SECRET}, and leaves its own at the others. */
    Beacon beaconCopying(String name, URI... others) {
        return beaconCopying(name, 0, others);
    }

    /** The same at an admin port known beforehand. */
    Beacon beaconCopying(String name, int adminPort, URI... others) {
        var copying = new Options.Copying(LETTER_SECRET, List.of(others));
        return start(name, adminPort, null, null, true, copying, List.of());
    }

    Beacon beaconWithRelaySecret(String name, String relaySecret, URI... upstreams) {
        return start(name, null, relaySecret, false, Options.Copying.NONE, List.of(upstreams));
    }

    Beacon beacon(String name, @Nullable Path accessLog, URI... upstreams) {
        return start(name, accessLog, null, false, Options.Copying.NONE, List.of(upstreams));
    }

    private Beacon start(
            String name,
            @Nullable Path accessLog,
            @Nullable String relaySecret,
            boolean trustLoopback,
            Options.Copying copying,
            List<URI> upstreams) {
        return start(name, 0, accessLog, relaySecret, trustLoopback, copying, upstreams);
    }

    private Beacon start(
            String name,
            int adminPort,
            @Nullable Path accessLog,
            @Nullable String relaySecret,
            boolean trustLoopback,
            Options.Copying copying,
            List<URI> upstreams) {
        var options = new Options(
                "127.0.0.1",
                0,
                "127.0.0.1",
                adminPort,
                folder.resolve(name),
                ROOT.verifyKey().hex(),
                SECRET,
                relaySecret,
                copying,
                upstreams,
                accessLog,
                1,
                0,
                2,
                512,
                null,
                trustLoopback
                        ? new Fronts(
                                TrustedFronts.of(List.of("127.0.0.0/8", "::1/128")), Fronts.Telling.X_FORWARDED_FOR)
                        : Fronts.NONE,
                searchKey);
        try {
            var beacon = Beacon.start(options, clock, System::nanoTime);
            beacons.add(beacon);
            return beacon;
        } catch (IOException e) {
            throw new IllegalStateException("the beacon did not start", e);
        }
    }

    /** The office's word for everyone: normal, lite, text. */
    void command(String mode) {
        var before = writer.snapshot().root().settings();
        publish(Changes.builder()
                .settings(
                        new Settings(before.sites(), before.defaultSite(), before.letterKeys(), mode, before.life())));
    }

    void stop(Beacon beacon) {
        beacons.remove(beacon);
        beacon.close();
    }

    void publish(Changes.Builder changes) {
        writer.publish(changes.build(), clock.instant().minusSeconds(10));
    }

    void push(Beacon beacon) {
        var outcome = pushing(beacon, SECRET);
        if (!(outcome instanceof Push.Outcome.Served)) throw new IllegalStateException("push: " + outcome);
    }

    Push.Outcome pushing(Beacon beacon, String secret) {
        try {
            return new Push(http, admin(beacon), secret).send(writer);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    Push.Outcome pushing(URI admin) throws InterruptedException {
        return new Push(http, admin, SECRET).send(writer);
    }

    static String rootKey() {
        return ROOT.verifyKey().hex();
    }

    LetterClient letters(Beacon beacon) {
        return new LetterClient(http, admin(beacon), SECRET);
    }

    static Unseal unseal() {
        return new Unseal(List.of(LETTER_KEY));
    }

    static URI open(Beacon beacon) {
        return URI.create("http://127.0.0.1:" + beacon.address().getPort());
    }

    static URI admin(Beacon beacon) {
        return URI.create("http://127.0.0.1:" + beacon.adminAddress().getPort());
    }

    Path folder() {
        return folder;
    }

    /** Two sites, a few pages, a picture, forms. */
    static Changes.Builder pages() {
        return Changes.builder()
                .settings(new Settings(
                        Map.of(
                                SITE,
                                List.of("www.pref.miyagi.example"),
                                OTHER_SITE,
                                List.of("www.city.sendai.example")),
                        SITE,
                        List.of(LETTER_KEY.letterKey()),
                        "normal",
                        Duration.ofDays(30)))
                .slot("banner", List.of(piece("<p>帯</p>")))
                .put(key("/"), page("<h1>宮城県</h1>"))
                .put(Key.of(OTHER_SITE, "/"), page("<h1>仙台市</h1>"))
                .put(
                        key("/press/12"),
                        new Value.Page(HTML, List.of(piece("<h1>"), new Part.Slot("banner"), piece("断水のお知らせ</h1>"))))
                .put(key("/folder/"), page("folder"))
                .put(key("/list"), page("list"))
                .put(new Key(SITE, "/list", "page=2"), page("list, page 2"))
                .put(key("/%E9%81%BF%E9%9B%A3%E6%89%80"), page("避難所"))
                .put(key("/old"), new Value.Moved(301, "/040002/press/12"))
                .put(key("/gone"), new Value.Gone(HTML, List.of(piece("取り下げました"))))
                .put(
                        key("/picture.png"),
                        new Value.Page(Head.of("image/png"), List.of(Part.piece(Fragment.raw(PICTURE)))))
                .put(key("/news/1"), page("<h1>重い頁</h1>"))
                .put(key("/l/news/1"), new Value.Page(HTML, List.of(piece("<h1>軽い頁</h1>"), new Part.Blank("notice"))))
                .put(key("/t/news/1"), new Value.Page(HTML, List.of(new Part.Blank("notice"), piece("文字の頁"))))
                .put(key("/news/2"), page("<h1>重い頁2</h1>"))
                .put(key("/l/news/2"), new Value.Page(HTML, List.of(piece("<h1>軽い頁2</h1>"), new Part.Blank("notice"))))
                .put(key("!404"), page("お探しの頁はありません"))
                .put(key("!404/l"), page("お探しの軽い頁はありません"));
    }

    static Changes.Builder withForms(Changes.Builder changes) {
        var inquiry = List.of(
                new Field("name", "お名前", Kind.TEXT, true, 40, List.of()),
                new Field("body", "内容", Kind.LONGTEXT, true, 2000, List.of()));
        return changes.form(new Form("inquiry", inquiry, "/accepted", "/refused"))
                .form(new Form(
                        "unsubscribe",
                        List.of(new Field("t", "合言葉", Kind.TOKEN, true, 200, List.of())),
                        "/accepted",
                        "/refused"))
                .form(new Form(
                        "receipt",
                        List.of(
                                new Field("number", "受付番号", Kind.TEXT, false, 40, List.of()),
                                new Field("code", "確認符号", Kind.TEXT, true, 100, List.of())),
                        "/none-yet",
                        "/refused"))
                .put(key("/inquiry"), new Value.Page(HTML, List.of(piece("<form method=post>")), "inquiry"))
                .put(key("/unsubscribe"), new Value.Page(HTML, List.of(piece("<form method=post>")), "unsubscribe"))
                .put(key("/receipt"), new Value.Page(HTML, List.of(piece("<form method=post>")), "receipt"))
                .put(key("/l/inquiry"), new Value.Page(HTML, List.of(piece("<form method=post>")), "inquiry"))
                .put(key("/l/accepted"), page("軽い受付"))
                .put(key("/l/refused"), new Value.Page(HTML, List.of(piece("軽い差し戻し"), new Part.Blank("problems"))))
                .put(key("/t/inquiry"), new Value.Page(HTML, List.of(piece("<form method=post>")), "inquiry"))
                .put(key("/none-yet"), page("返信はまだありません"))
                .put(
                        key("/accepted"),
                        new Value.Page(
                                HTML,
                                List.of(
                                        piece("番号 "),
                                        new Part.Blank("receipt.number"),
                                        piece(" コード "),
                                        new Part.Blank("receipt.code"),
                                        piece(" 部数 "),
                                        new Part.Blank("receipt.copies"))))
                .put(key("/refused"), new Value.Page(HTML, List.of(piece("お確かめください"), new Part.Blank("problems"))));
    }

    static Key key(String path) {
        return Key.of(SITE, path);
    }

    static Value page(String text) {
        return new Value.Page(HTML, List.of(piece(text)));
    }

    static Part piece(String text) {
        return Part.piece(text(text));
    }

    static Fragment text(String text) {
        return Fragment.text(text.getBytes(StandardCharsets.UTF_8));
    }

    static Timeline<Value> opensAtThree(Value value) {
        return Timeline.<Value>always(new Value.Absent()).then(AT_THREE, value);
    }

    private static byte[] picture() {
        var bytes = new byte[200_000];
        new java.util.Random(311).nextBytes(bytes);
        return bytes;
    }

    @Override
    public void close() {
        http.shutdownNow();
        List.copyOf(beacons).forEach(Beacon::close);
        writer.close();
    }
}
