package noroshi.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Settings;
import noroshi.snapshot.Signer;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.SnapshotWriter;
import noroshi.snapshot.Trust;
import noroshi.snapshot.Value;

/** Pages in three variants, as heavy on the wire as ours are in the middle: about 6 KB, 2 KB and 0.7 KB. */
final class LadderSite {

    static final String SITE = "040002";
    static final int PAGES = 32;

    private static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());

    private LadderSite() {}

    /** Returns the root key that the beacon needs. */
    static String write(Path data) throws IOException {
        var secure = new SecureRandom();
        var root = SigningKey.generate(secure);
        var online = SigningKey.generate(secure);
        var now = InstantSource.system().instant();
        var trust = Trust.sign(
                root, 1, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), List.of(online.verifyKey()));
        Files.createDirectories(data);
        try (var writer = SnapshotWriter.open(data.resolve("snapshot"), new Signer(online, trust, root.verifyKey()))) {
            var changes = Changes.builder()
                    .settings(new Settings(
                            Map.of(SITE, List.of()),
                            SITE,
                            List.of(new Settings.LetterKey("k1", "ab".repeat(32))),
                            "normal",
                            Duration.ofDays(1)));
            for (int i = 0; i < PAGES; i++) {
                changes.put(Key.of(SITE, "/" + i), page(writer, i, 11_000));
                changes.put(Key.of(SITE, "/l/" + i), page(writer, i + 1_000, 3_600));
                changes.put(Key.of(SITE, "/t/" + i), page(writer, i + 2_000, 1_200));
            }
            var unused = writer.publish(changes.build(), now.minusSeconds(1));
        }
        return root.verifyKey().hex();
    }

    private static Value page(SnapshotWriter writer, int seed, int digits) {
        var random = new Random(seed);
        var text = new StringBuilder("<p>");
        for (int i = 0; i < digits; i++) text.append(Character.forDigit(random.nextInt(16), 16));
        return new Value.Page(
                HTML,
                List.of(
                        new Part.Blank("notice"),
                        Part.piece(writer.text(text.toString().getBytes(StandardCharsets.UTF_8)))));
    }
}
