package noroshi.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The keys of the signed Snapshots: {@code root.key} (to be moved offline in a real installation), {@code root.pub} (which
 * beacons pin) and {@code signing.key} (which the office signs with).
 */
final class SigningKeys {

    private static final int KEY_BYTES = 32;
    private final Path keys;

    SigningKeys(Path keys) {
        this.keys = keys;
    }

    Path rootPublic() {
        return keys.resolve("root.pub");
    }

    /** Makes what is missing. A root key without its public half is never replaced: beacons would refuse everything. */
    void ensure() {
        if (!Files.exists(rootPublic())) Secrets.write(rootPublic(), generate("root.key") + "\n");
        if (!Files.exists(keys.resolve("signing.key"))) generate("signing.key");
    }

    /** Writes {@code ed25519 SEED PUBLIC} in hexadecimal and returns the public half. */
    private String generate(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var open = lastHex(pair.getPublic().getEncoded());
            Secrets.write(
                    keys.resolve(name), "ed25519 " + lastHex(pair.getPrivate().getEncoded()) + " " + open + "\n");
            return open;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has Ed25519", e);
        }
    }

    private static String lastHex(byte[] der) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(der, der.length - KEY_BYTES, der.length));
    }
}
