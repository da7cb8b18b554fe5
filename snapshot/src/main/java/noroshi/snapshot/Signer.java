package noroshi.snapshot;

/**
 * Who signs roots: an online key and the Trust document that allows it.
 *
 * @param root the offline root key's public half, which beacons pin
 */
public record Signer(SigningKey key, Trust trust, VerifyKey root) {
    public Signer {
        if (!trust.keys().contains(key.verifyKey())) {
            throw new IllegalArgumentException("The trust document of serial " + trust.serial()
                    + " does not name the key " + key.verifyKey().id() + ". Sign a new one with the root key.");
        }
    }
}
