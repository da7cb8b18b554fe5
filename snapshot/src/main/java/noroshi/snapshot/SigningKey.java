package noroshi.snapshot;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** An Ed25519 key pair that signs. Its text form holds the secret: keep it as a file only the office may read. */
public final class SigningKey {
    /** The DER of PrivateKeyInfo up to the seed (RFC 8410). */
    private static final byte[] DER = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final PrivateKey secret;
    private final String seedHex;
    private final VerifyKey verifyKey;

    private SigningKey(String seedHex, VerifyKey verifyKey) {
        try {
            this.seedHex = seedHex;
            this.verifyKey = verifyKey;
            byte[] der = new Wire()
                    .bytes(DER)
                    .bytes(HexFormat.of().parseHex(seedHex))
                    .toBytes();
            this.secret = KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an Ed25519 seed: " + e.getMessage(), e);
        }
    }

    public static SigningKey generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] pkcs8 = pair.getPrivate().getEncoded();
            byte[] spki = pair.getPublic().getEncoded();
            return new SigningKey(lastHex(pkcs8), new VerifyKey(lastHex(spki)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has Ed25519", e);
        }
    }

    /** Reads {@link #text()}; a pair that does not belong together is refused. */
    public static SigningKey parse(String text) {
        String[] words = text.strip().split(" ", -1);
        if (words.length != 3 || !words[0].equals("ed25519") || !words[1].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "A signing key reads 'ed25519 SEED PUBLIC' in hexadecimal. Maybe the file is another one.");
        }
        SigningKey key = new SigningKey(words[1], new VerifyKey(words[2]));
        byte[] probe = {1};
        if (!key.verifyKey.verifies(probe, key.sign(probe))) {
            throw new IllegalArgumentException(
                    "The two halves of the signing key do not belong together. Restore it from its backup.");
        }
        return key;
    }

    /** {@code ed25519 SEED PUBLIC}, hexadecimal. Secret. */
    public String text() {
        return "ed25519 " + seedHex + " " + verifyKey.hex();
    }

    public VerifyKey verifyKey() {
        return verifyKey;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing failed", e);
        }
    }

    private static String lastHex(byte[] der) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(der, der.length - 32, der.length));
    }

    @Override
    public String toString() {
        return "SigningKey[" + verifyKey.id() + "]";
    }
}
