package noroshi.shelters;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** A telephone's public key: ECDSA on P-256, which every browser makes and keeps where no script can read it. */
record DeviceKey(ECPublicKey key, byte[] encoded) {

    private static final int P256_BITS = 256;
    private static final int KEY_BYTES_MAX = 200;

    /** @param spki SubjectPublicKeyInfo (RFC 5280) */
    static DeviceKey of(byte[] spki) throws GeneralSecurityException {
        if (spki.length > KEY_BYTES_MAX)
            throw new GeneralSecurityException("A key of %d bytes.".formatted(spki.length));
        var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(spki));
        if (!(key instanceof ECPublicKey ec)
                || ec.getParams().getCurve().getField().getFieldSize() != P256_BITS)
            throw new GeneralSecurityException("Not a key on P-256.");
        return new DeviceKey(ec, key.getEncoded());
    }

    /** The SHA-256 of the key, base64url: the telephone's name. */
    String fingerprint() throws GeneralSecurityException {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(encoded));
    }

    /** @param signature r and s, as browsers write them (IEEE P1363) */
    boolean signed(String text, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(key);
            check.update(text.getBytes(StandardCharsets.UTF_8));
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
