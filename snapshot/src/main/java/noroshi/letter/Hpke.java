package noroshi.letter;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * HPKE in base mode, single shot (RFC 9180 §5.1.1, §6.1): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. The JDK
 * has the KEM and the KDF; the key schedule between them is here.
 */
final class Hpke {
    /** "HPKE" | KEM 0x0020 | KDF 0x0001 | AEAD 0x0001. */
    private static final byte[] SUITE = HexFormat.of().parseHex("48504b45002000010001");

    private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = {};
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    record Sealed(byte[] enc, byte[] ciphertext) {}

    private Hpke() {}

    static Sealed seal(PublicKey to, byte[] info, byte[] aad, byte[] plain, SecureRandom random)
            throws GeneralSecurityException {
        KEM.Encapsulated shared =
                KEM.getInstance("DHKEM").newEncapsulator(to, random).encapsulate();
        byte[] ciphertext = cipher(Cipher.ENCRYPT_MODE, shared.key(), info, aad).doFinal(plain);
        return new Sealed(shared.encapsulation(), ciphertext);
    }

    static byte[] open(PrivateKey key, byte[] enc, byte[] info, byte[] aad, byte[] ciphertext)
            throws GeneralSecurityException {
        SecretKey shared = KEM.getInstance("DHKEM").newDecapsulator(key).decapsulate(enc);
        return cipher(Cipher.DECRYPT_MODE, shared, info, aad).doFinal(ciphertext);
    }

    /** The key schedule with mode_base (0), no PSK, and the nonce of sequence number 0. */
    private static Cipher cipher(int mode, SecretKey shared, byte[] info, byte[] aad) throws GeneralSecurityException {
        byte[] pskIdHash = extract(EMPTY, "psk_id_hash", EMPTY);
        byte[] infoHash = extract(EMPTY, "info_hash", info);
        byte[] context =
                new Out().bytes(new byte[] {0}).bytes(pskIdHash).bytes(infoHash).toBytes();
        byte[] secret = extract(shared.getEncoded(), "secret", EMPTY);
        byte[] key = expand(secret, "key", context, KEY_BYTES);
        byte[] nonce = expand(secret, "base_nonce", context, NONCE_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(aad);
        return cipher;
    }

    /** LabeledExtract of RFC 9180 §4. */
    private static byte[] extract(byte[] salt, String label, byte[] material) throws GeneralSecurityException {
        byte[] labeled = new Out()
                .bytes(VERSION)
                .bytes(SUITE)
                .bytes(ascii(label))
                .bytes(material)
                .toBytes();
        HKDFParameterSpec.Builder builder = HKDFParameterSpec.ofExtract().addIKM(labeled);
        if (salt.length > 0) {
            builder.addSalt(salt);
        }
        return derive(builder.extractOnly());
    }

    /** LabeledExpand of RFC 9180 §4. */
    private static byte[] expand(byte[] secret, String label, byte[] info, int bytes) throws GeneralSecurityException {
        byte[] labeled = new Out()
                .u16(bytes)
                .bytes(VERSION)
                .bytes(SUITE)
                .bytes(ascii(label))
                .bytes(info)
                .toBytes();
        return derive(HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "Generic"), labeled, bytes));
    }

    static byte[] derive(AlgorithmParameterSpec spec) throws GeneralSecurityException {
        return KDF.getInstance("HKDF-SHA256").deriveData(spec);
    }

    private static byte[] ascii(String label) {
        return label.getBytes(StandardCharsets.US_ASCII);
    }
}
