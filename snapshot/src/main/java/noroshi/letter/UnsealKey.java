package noroshi.letter;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import noroshi.snapshot.Settings.LetterKey;

/** The office's X25519 key that opens Letters. Its text form holds the secret: keep it, and a backup of it, in the office. */
public final class UnsealKey {
    private static final byte[] PRIVATE_DER = HexFormat.of().parseHex("302e020100300506032b656e04220420");
    private static final byte[] PUBLIC_DER = HexFormat.of().parseHex("302a300506032b656e032100");

    private final LetterKey letterKey;
    private final String secretHex;
    private final PrivateKey secret;

    private UnsealKey(LetterKey letterKey, String secretHex) {
        try {
            this.letterKey = letterKey;
            this.secretHex = secretHex;
            byte[] der = new Out()
                    .bytes(PRIVATE_DER)
                    .bytes(HexFormat.of().parseHex(secretHex))
                    .toBytes();
            this.secret = KeyFactory.getInstance("X25519").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an X25519 key: " + e.getMessage(), e);
        }
    }

    public static UnsealKey generate(String id, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("X25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            LetterKey letterKey = new LetterKey(id, lastHex(pair.getPublic().getEncoded()));
            return new UnsealKey(letterKey, lastHex(pair.getPrivate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK 25 has X25519", e);
        }
    }

    /** Reads {@link #text()}. */
    public static UnsealKey parse(String text) {
        String[] words = text.strip().split(" ", -1);
        if (words.length != 4 || !words[0].equals("x25519") || !words[2].matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException(
                    "A letter key reads 'x25519 ID SECRET PUBLIC' in hexadecimal. Maybe the file is another one.");
        }
        return new UnsealKey(new LetterKey(words[1], words[3]), words[2]);
    }

    /** {@code x25519 ID SECRET PUBLIC}, hexadecimal. Secret. */
    public String text() {
        return "x25519 " + letterKey.id() + " " + secretHex + " " + letterKey.publicHex();
    }

    /** The public half, for the snapshot's settings. */
    public LetterKey letterKey() {
        return letterKey;
    }

    PrivateKey secret() {
        return secret;
    }

    static PublicKey publicKey(LetterKey key) throws GeneralSecurityException {
        byte[] der = new Out()
                .bytes(PUBLIC_DER)
                .bytes(HexFormat.of().parseHex(key.publicHex()))
                .toBytes();
        return KeyFactory.getInstance("X25519").generatePublic(new X509EncodedKeySpec(der));
    }

    private static String lastHex(byte[] der) {
        return HexFormat.of().formatHex(Arrays.copyOfRange(der, der.length - 32, der.length));
    }

    @Override
    public String toString() {
        return "UnsealKey[" + letterKey.id() + "]";
    }
}
