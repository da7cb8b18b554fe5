package noroshi.snapshot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/** An Ed25519 public key, by its 32 bytes (RFC 8032) in lower-case hexadecimal. */
public record VerifyKey(String hex) {
    /** The DER of SubjectPublicKeyInfo up to the key (RFC 8410). */
    private static final byte[] DER = HexFormat.of().parseHex("302a300506032b6570032100");

    public static final int SIGNATURE_BYTES = 64;

    public VerifyKey {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "An Ed25519 public key is 64 lower-case hexadecimal digits, not '" + hex + "'");
        }
    }

    /** The first 32 hexadecimal digits of the key's SHA-256: how signatures name their key. */
    public String id() {
        return Hash.of(HexFormat.of().parseHex(hex)).hex().substring(0, 32);
    }

    public boolean verifies(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_BYTES) {
            return false;
        }
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(publicKey());
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A malformed point or signature proves nothing: not verified.
            return false;
        }
    }

    private PublicKey publicKey() throws GeneralSecurityException {
        byte[] der = new Wire().bytes(DER).bytes(HexFormat.of().parseHex(hex)).toBytes();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    }
}
