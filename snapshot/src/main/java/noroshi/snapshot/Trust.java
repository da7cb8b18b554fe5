package noroshi.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The document by which the offline root key names the keys that may sign snapshots (the roles of TUF). Beacons pin the
 * root key; they take a Trust with a higher serial, never a lower one.
 *
 * @param keys  signing keys; one signature is enough (threshold 1)
 * @param bytes the signed document
 */
public record Trust(long serial, Instant created, Instant expires, List<VerifyKey> keys, byte[] bytes) {
    public static final int KEYS_MAX = 16;

    /** Done offline, rarely: when keys change or before the Trust expires. */
    public static Trust sign(SigningKey root, long serial, Instant created, Instant expires, List<VerifyKey> keys) {
        List<String> lines = new ArrayList<>(List.of(
                "noroshi-trust 1", "serial " + serial, "created " + created, "expires " + expires, "threshold 1"));
        keys.forEach(key -> lines.add("key " + key.hex()));
        return parse(Document.sign(lines, root), root.verifyKey());
    }

    /**
     * The document that follows this one: beacons drop the keys it no longer names as soon as a snapshot arrives under it.
     * A key that was stolen is left out; versions it used up do not bind the next one ({@code created} must then lie
     * before the next publish, as it does when both clocks are right).
     */
    public Trust succeed(SigningKey root, Instant created, Instant expires, List<VerifyKey> keys) {
        if (created.isBefore(this.created)) {
            throw new IllegalArgumentException(
                    "The trust of serial %d was created %s, later than %s. Maybe this computer's clock is wrong."
                            .formatted(serial, this.created, created));
        }
        if (!created.isBefore(expires)) {
            throw new IllegalArgumentException("A trust created %s cannot expire %s.".formatted(created, expires));
        }
        if (!Document.parse(bytes).signedBy(root.verifyKey())) {
            throw new IllegalArgumentException(
                    "The trust of serial %d was signed by another root key than %s. Take its own."
                            .formatted(serial, root.verifyKey().id()));
        }
        return sign(root, serial + 1, created, expires, keys);
    }

    /** Whether a snapshot signed by the key may still be published under this document at an instant. */
    public boolean allows(VerifyKey key, Instant now) {
        return keys.contains(key) && now.isBefore(expires);
    }

    /** Reads and verifies; anything wrong is a {@link SnapshotBroken}. */
    public static Trust parse(byte[] bytes, VerifyKey root) {
        Document document = Document.parse(bytes);
        if (!document.signedBy(root)) {
            throw new SnapshotBroken("The trust document is not signed by the pinned root key " + root.id()
                    + ". Maybe the beacon was set up for another office.");
        }
        Lines lines = new Lines(document.lines());
        if (lines.number("noroshi-trust") != 1) {
            throw new SnapshotBroken("This program reads trust documents of format 1 only. Update it.");
        }
        long serial = lines.number("serial");
        Instant created = lines.instant("created");
        Instant expires = lines.instant("expires");
        if (lines.number("threshold") != 1) {
            throw new SnapshotBroken("This program knows the threshold 1 only. Update it.");
        }
        List<VerifyKey> keys = new ArrayList<>();
        while (lines.next("key")) {
            keys.add(key(lines.take("key")));
        }
        lines.end();
        if (keys.isEmpty() || keys.size() > KEYS_MAX) {
            throw new SnapshotBroken("A trust document names 1 to " + KEYS_MAX + " keys, not " + keys.size());
        }
        return new Trust(serial, created, expires, List.copyOf(keys), bytes.clone());
    }

    private static VerifyKey key(String hex) {
        try {
            return new VerifyKey(hex);
        } catch (IllegalArgumentException e) {
            throw new SnapshotBroken("The trust document names something that is not a key", e);
        }
    }
}
