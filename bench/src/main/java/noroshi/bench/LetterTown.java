package noroshi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
import noroshi.snapshot.Trust;
import noroshi.snapshot.Value;

/** A government with one form, {@code /inquiry}, whose answer tells number and copies; and the keys to open what comes in. */
final class LetterTown implements AutoCloseable {

    static final String SITE = "040002";
    static final String OFFICE_SECRET = "a secret of the office";
    static final String LETTER_SECRET = "a secret between beacons";
    private static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());

    final UnsealKey letterKey;
    final String rootKey;
    final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final SnapshotWriter writer;

    LetterTown(Path folder) throws IOException {
        var random = new SecureRandom();
        var root = SigningKey.generate(random);
        var online = SigningKey.generate(random);
        var now = InstantSource.system().instant();
        letterKey = UnsealKey.generate("bench", random);
        rootKey = root.verifyKey().hex();
        var trust = Trust.sign(
                root, 1, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), List.of(online.verifyKey()));
        Files.createDirectories(folder);
        writer = SnapshotWriter.open(folder, new Signer(online, trust, root.verifyKey()));
        var unused = writer.publish(pages(), now.minusSeconds(1));
    }

    void show(URI admin) throws IOException, InterruptedException {
        var outcome = new Push(http, admin, OFFICE_SECRET).send(writer);
        if (!(outcome instanceof Push.Outcome.Served)) throw new IOException(admin + " was not pushed to: " + outcome);
    }

    Unseal unseal() {
        return new Unseal(List.of(letterKey));
    }

    private Changes pages() {
        var fields = List.of(
                new Field("name", "お名前", Kind.TEXT, true, 40, List.of()),
                new Field("body", "内容", Kind.LONGTEXT, true, 2_000, List.of()));
        var accepted = List.of(
                piece("<p>受付番号 "),
                new Part.Blank("receipt.number"),
                piece(" 控え "),
                new Part.Blank("receipt.copies"),
                piece("か所"));
        return Changes.builder()
                .settings(new Settings(
                        Map.of(SITE, List.of()), SITE, List.of(letterKey.letterKey()), "normal", Duration.ofDays(30)))
                .form(new Form("inquiry", fields, "/accepted", "/refused"))
                .put(Key.of(SITE, "/inquiry"), new Value.Page(HTML, List.of(piece("<form method=post>")), "inquiry"))
                .put(Key.of(SITE, "/accepted"), new Value.Page(HTML, accepted))
                .put(Key.of(SITE, "/refused"), new Value.Page(HTML, List.of(new Part.Blank("problems"))))
                .build();
    }

    private static Part piece(String text) {
        return Part.piece(Fragment.text(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        http.shutdownNow();
        writer.close();
    }
}
