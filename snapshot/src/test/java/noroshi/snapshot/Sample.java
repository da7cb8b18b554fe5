package noroshi.snapshot;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Keys and values that tests share. */
final class Sample {
    static final Instant NOON = Instant.parse("2026-03-11T03:00:00Z");
    static final SigningKey ROOT = SigningKey.generate(new SecureRandom());
    static final SigningKey ONLINE = SigningKey.generate(new SecureRandom());
    static final Trust TRUST = Trust.sign(
            ROOT, 1, NOON.minus(Duration.ofDays(1)), NOON.plus(Duration.ofDays(365)), List.of(ONLINE.verifyKey()));
    static final Signer SIGNER = new Signer(ONLINE, TRUST, ROOT.verifyKey());
    static final Settings SETTINGS = new Settings(
            Map.of("040002", List.of("www.pref.miyagi.example")),
            "040002",
            List.of(new Settings.LetterKey("k1", "ab".repeat(32))),
            "normal",
            Duration.ofDays(30));
    static final Head HTML = new Head("text/html; charset=utf-8", "ja", List.of());

    private static final SigningKey FIXED =
            SigningKey.parse("ed25519 9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
                    + " d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");

    private Sample() {}

    /** The same keys in every run (RFC 8032's first test vector), so that a measured directory can be opened again. */
    static Signer fixedSigner() {
        Trust trust = Trust.sign(FIXED, 1, NOON, NOON.plus(Duration.ofDays(365)), List.of(FIXED.verifyKey()));
        return new Signer(FIXED, trust, FIXED.verifyKey());
    }

    static VerifyKey fixedRoot() {
        return FIXED.verifyKey();
    }

    static Key key(String path) {
        return Key.of("040002", path);
    }

    static Fragment text(String text) {
        return Fragment.text(text.getBytes(StandardCharsets.UTF_8));
    }

    static Value page(String... texts) {
        return new Value.Page(
                HTML,
                java.util.Arrays.stream(texts).map(t -> Part.piece(text(t))).toList());
    }

    static String read(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> read(found.body());
            case Answer.Gone gone -> "410 " + read(gone.body());
            case Answer.Moved moved -> moved.status() + " " + moved.target();
            case Answer.Absent absent -> "404";
        };
    }

    static String read(List<Content> body) {
        StringBuilder all = new StringBuilder();
        for (Content content : body) {
            all.append(
                    switch (content) {
                        case Fragment fragment -> new String(fragment.plain(), StandardCharsets.UTF_8);
                        case Part.Blank(String name) -> "{" + name + "}";
                    });
        }
        return all.toString();
    }
}
