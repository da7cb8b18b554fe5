package noroshi.bench;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * A snapshot of ordinary pages: 24 KB of Japanese text, about 6 KB compressed, joined from the pieces that real pages have
 * (head, banner, navigation, title, text, links, foot).
 */
final class BenchSite {

    static final String SITE = "040002";
    private static final int PLAIN_BYTES = 24 * 1024;
    private static final int PIECES = 7;
    private static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());
    private static final String WORDS =
            "避難所開設断水給水道路通行止復旧工事県庁市役所本日午前午後時点状況お知らせします区間地域住民皆様ご注意ください河川氾濫警戒津波高台移動電話窓口受付期間詳細次通り";

    private BenchSite() {}

    /** Writes pages {@code /0 …} into a beacon's data folder; returns the root key that the beacon needs. */
    static String write(Path data, int pages, Instant now) throws java.io.IOException {
        var random = new SecureRandom();
        var root = SigningKey.generate(random);
        var online = SigningKey.generate(random);
        var trust = Trust.sign(
                root, 1, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(30)), List.of(online.verifyKey()));
        Files.createDirectories(data);
        try (var writer = SnapshotWriter.open(data.resolve("snapshot"), new Signer(online, trust, root.verifyKey()))) {
            var changes = Changes.builder()
                    .settings(new Settings(
                            Map.of(SITE, List.of("www.pref.example")),
                            SITE,
                            List.of(new Settings.LetterKey("k1", "ab".repeat(32))),
                            "normal",
                            Duration.ofDays(1)))
                    .slot("banner", List.of(Part.piece(writer.text(text(new Random(1), 600)))));
            for (int i = 0; i < pages; i++)
                changes.put(Key.of(SITE, "/" + i), new Value.Page(HTML, parts(writer, new Random(i + 2))));
            var unused = writer.publish(changes.build(), now.minusSeconds(1));
        }
        return root.verifyKey().hex();
    }

    private static List<Part> parts(SnapshotWriter writer, Random random) {
        var parts = new ArrayList<Part>();
        int each = (PLAIN_BYTES - 600) / (PIECES - 1);
        for (int i = 0; i < PIECES - 1; i++) {
            parts.add(Part.piece(writer.text(text(i == 0 ? new Random(0) : random, each))));
            if (i == 0) parts.add(new Part.Slot("banner"));
        }
        return parts;
    }

    /** Words repeat as they do in real pages, so that four bytes become one. */
    private static byte[] text(Random random, int bytes) {
        var text = new StringBuilder("<section class=\"part\"><h2>");
        var recent = new ArrayList<String>();
        while (text.toString().getBytes(StandardCharsets.UTF_8).length < bytes - 40) {
            String word;
            if (recent.size() > 6 && random.nextInt(100) < 62) {
                word = recent.get(random.nextInt(recent.size()));
            } else {
                int at = random.nextInt(WORDS.length() - 6);
                word = WORDS.substring(at, at + 3 + random.nextInt(4)) + random.nextInt(90);
                recent.add(word);
            }
            text.append(word);
            if (random.nextInt(20) == 0) text.append("。</p>\n<p>");
        }
        return text.append("。</p></section>\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
