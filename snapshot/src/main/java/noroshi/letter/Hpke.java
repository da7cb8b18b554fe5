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
 * HPKE in base mode (RFC 9180 §5.1.1, §5.2): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. The JDK has the KEM and the
 * KDF; the key schedule between them is here. One encapsulation serves many messages, because it costs fifty times what sealing one does.
 */
final class Hpke {
    /** "HPKE" | KEM 0x0020 | KDF 0x0001 | AEAD 0x0001. */
    private static final byte[] SUITE = HexFormat.of().parseHex("48504b45002000010001");

    private static final byte[] VERSION = "HPKE-v1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EMPTY = {};
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private Hpke() {}

    /** A new encapsulated key for one receiver. */
    static Sender sender(PublicKey to, byte[] info, SecureRandom random) throws GeneralSecurityException {
        KEM.Encapsulated shared =
                KEM.getInstance("DHKEM").newEncapsulator(to, random).encapsulate();
        return new Sender(shared.encapsulation(), context(shared.key(), info));
    }

    static Context receiver(PrivateKey key, byte[] enc, byte[] info) throws GeneralSecurityException {
        return context(KEM.getInstance("DHKEM").newDecapsulator(key).decapsulate(enc), info);
    }

    /** @param enc 32 bytes: the encapsulated key that all its messages share */
    record Sender(byte[] enc, Context context) {}

    /** Both ends' context; a sequence number must never be sealed with twice. Safe for any number of threads. */
    record Context(SecretKey key, byte[] baseNonce) {

        byte[] seal(int sequence, byte[] aad, byte[] plain) throws GeneralSecurityException {
            return cipher(Cipher.ENCRYPT_MODE, sequence, aad).doFinal(plain);
        }

        byte[] open(int sequence, byte[] aad, byte[] ciphertext) throws GeneralSecurityException {
            return cipher(Cipher.DECRYPT_MODE, sequence, aad).doFinal(ciphertext);
        }

        /** The nonce is the base nonce, its end XORed with the sequence number. */
        private Cipher cipher(int mode, int sequence, byte[] aad) throws GeneralSecurityException {
            byte[] nonce = baseNonce.clone();
            for (int i = 0; i < Integer.BYTES; i++) nonce[NONCE_BYTES - 1 - i] ^= (byte) (sequence >>> (8 * i));
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(aad);
            return cipher;
        }
    }

    /** The key schedule with mode_base (0) and no PSK. */
    private static Context context(SecretKey shared, byte[] info) throws GeneralSecurityException {
        byte[] pskIdHash = extract(EMPTY, "psk_id_hash", EMPTY);
        byte[] infoHash = extract(EMPTY, "info_hash", info);
        byte[] context =
                new Out().bytes(new byte[] {0}).bytes(pskIdHash).bytes(infoHash).toBytes();
        byte[] secret = extract(shared.getEncoded(), "secret", EMPTY);
        byte[] key = expand(secret, "key", context, KEY_BYTES);
        return new Context(new SecretKeySpec(key, "AES"), expand(secret, "base_nonce", context, NONCE_BYTES));
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
