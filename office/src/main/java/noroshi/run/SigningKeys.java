package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.Trust;
import noroshi.snapshot.VerifyKey;

/**
 * The keys of the signed Snapshots: {@code root.key} (moved offline in a real installation), {@code root.pub} (which beacons
 * pin), {@code signing.key} (which the office signs with) and {@code trust} (signed by the root key: names the signing key).
 */
final class SigningKeys {

    private static final Duration TRUST_LASTS = Duration.ofDays(3 * 365);
    private static final Duration RENEW_BEFORE = Duration.ofDays(365);

    private final Path keys;

    SigningKeys(Path keys) {
        this.keys = keys;
    }

    Path rootPublic() {
        return keys.resolve("root.pub");
    }

    /** Makes what is missing and renews the trust in time, as long as the root key is still here. */
    void ensure(Instant now) {
        if (!Files.exists(rootPublic())) {
            var root = SigningKey.generate(new SecureRandom());
            Secrets.write(keys.resolve("root.key"), root.text() + "\n");
            Secrets.write(rootPublic(), root.verifyKey().hex() + "\n");
        }
        if (!Files.exists(keys.resolve("signing.key")))
            Secrets.write(
                    keys.resolve("signing.key"),
                    SigningKey.generate(new SecureRandom()).text() + "\n");
        trust(now);
    }

    private void trust(Instant now) {
        var file = keys.resolve("trust");
        try {
            var old =
                    Files.exists(file) ? Trust.parse(Files.readAllBytes(file), new VerifyKey(read("root.pub"))) : null;
            var signer = SigningKey.parse(read("signing.key")).verifyKey();
            boolean named = old != null && old.keys().contains(signer);
            if (old != null && named && old.expires().isAfter(now.plus(RENEW_BEFORE))) return;
            if (!Files.exists(keys.resolve("root.key"))) {
                if (old == null || !named || old.expires().isBefore(now)) throw new Refusal(missing(file));
                Progress.say("the trust document ends on " + old.expires() + ": " + missing(file));
                return;
            }
            var renewed = Trust.sign(
                    SigningKey.parse(read("root.key")),
                    old == null ? 1 : old.serial() + 1,
                    now,
                    now.plus(TRUST_LASTS),
                    List.of(signer));
            Secrets.write(file, new String(renewed.bytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys in " + keys, e);
        }
    }

    /**
     * A new signing key under the next trust document; the old key is dead at every beacon that the next publish reaches.
     *
     * @param root the offline root key, wherever it was fetched from
     */
    Trust rotate(SigningKey root, Instant now) {
        try {
            var signer = SigningKey.generate(new SecureRandom());
            var next = known().succeed(root, now, now.plus(TRUST_LASTS), List.of(signer.verifyKey()));
            // The trust first: cut off in between, the next start finds a key that it does not name, and says so.
            Secrets.write(keys.resolve("trust"), new String(next.bytes(), StandardCharsets.UTF_8));
            Secrets.write(keys.resolve("signing.key"), signer.text() + "\n");
            return next;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the keys in " + keys, e);
        } catch (IllegalArgumentException e) {
            throw new Refusal("%s", e.getMessage());
        }
    }

    /** Keys under a new root; what was signed under an old one is worth nothing with them. The secret half is returned only. */
    SigningKey anew(Instant now) {
        var root = SigningKey.generate(new SecureRandom());
        var signer = SigningKey.generate(new SecureRandom());
        var trust = Trust.sign(root, 1, now, now.plus(TRUST_LASTS), List.of(signer.verifyKey()));
        Secrets.write(rootPublic(), root.verifyKey().hex() + "\n");
        Secrets.write(keys.resolve("trust"), new String(trust.bytes(), StandardCharsets.UTF_8));
        Secrets.write(keys.resolve("signing.key"), signer.text() + "\n");
        return root;
    }

    /** The trust document that stands, verified. */
    Trust known() throws IOException {
        return Trust.parse(Files.readAllBytes(keys.resolve("trust")), new VerifyKey(read("root.pub")));
    }

    /** How the signing key is called in trust documents and logs. */
    VerifyKey signer() throws IOException {
        return SigningKey.parse(read("signing.key")).verifyKey();
    }

    /** From when on the trust must be renewed with the root key. */
    static Instant renewFrom(Trust trust) {
        return trust.expires().minus(RENEW_BEFORE);
    }

    private String missing(Path file) {
        return "%s must be signed anew, and the root key is not at %s. Put it there for one start, or run './noroshi keys rotate-signing --root FILE'."
                .formatted(file, keys.resolve("root.key"));
    }

    private String read(String name) throws IOException {
        return Files.readString(keys.resolve(name)).strip();
    }
}
