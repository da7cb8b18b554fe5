package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import noroshi.letter.LetterKeys;
import noroshi.snapshot.SnapshotBroken;
import noroshi.snapshot.VerifyKey;

/** The keys of an installation as names and times, with a warning for each thing that wants doing. No secret is in it. */
record KeyBoard(List<String> lines, List<String> warnings) {

    private static final Duration SIGNING_KEY_LASTS = Duration.ofDays(400);

    static KeyBoard of(Folders folders, Instant now) {
        var lines = new ArrayList<String>();
        var warnings = new ArrayList<String>();
        var keys = folders.keys();
        try {
            var signing = new SigningKeys(keys);
            var root = new VerifyKey(Files.readString(signing.rootPublic()).strip());
            boolean inside = Files.exists(keys.resolve("root.key"));
            lines.add("root key      " + root.id() + (inside ? "  (on this computer)" : "  (kept elsewhere)"));
            if (inside)
                warnings.add("The root key lies on this computer: whoever breaks in could speak for this office for"
                        + " ever. Move it out: ./noroshi keys take-out FILE");
            var trust = signing.known();
            var signer = signing.signer();
            lines.add("signing key   " + signer.id());
            lines.add("trust         serial " + trust.serial() + ", from " + trust.created() + " until "
                    + trust.expires());
            if (!trust.keys().contains(signer))
                warnings.add("The trust document does not name the signing key: nothing can be published."
                        + " ./noroshi keys rotate-signing --root FILE");
            if (now.isAfter(trust.expires()))
                warnings.add("The trust document has EXPIRED: beacons mark everything as old."
                        + " ./noroshi keys rotate-signing --root FILE");
            else if (now.isAfter(SigningKeys.renewFrom(trust)))
                warnings.add("The trust document ends soon. ./noroshi keys rotate-signing --root FILE");
            else if (now.isAfter(trust.created().plus(SIGNING_KEY_LASTS)))
                warnings.add("The signing key is over a year old. ./noroshi keys rotate-signing --root FILE");
            letters(keys, lines);
        } catch (IOException | UncheckedIOException | SnapshotBroken | IllegalArgumentException e) {
            warnings.add("The keys in " + keys + " cannot be read: " + e.getMessage());
        }
        warnings.forEach(warning -> lines.add("! " + warning));
        return new KeyBoard(List.copyOf(lines), List.copyOf(warnings));
    }

    private static void letters(Path keys, List<String> lines) {
        var file = keys.resolve("letter.key");
        if (!Files.exists(file)) {
            lines.add("letter key    (made at the first start)");
            return;
        }
        for (var each : new LetterKeys(file, new SecureRandom()).all()) {
            var key = each.letterKey();
            lines.add("letter key    " + key.id() + " " + key.publicHex().substring(0, 32));
        }
    }
}
