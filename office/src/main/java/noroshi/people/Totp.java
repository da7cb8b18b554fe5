package noroshi.people;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Time-based one-time passwords, RFC 6238: SHA-1, 6 digits, steps of 30 seconds, as every authenticator app knows them. Pure. */
final class Totp {

    static final int SECRET_BYTES = 20;
    static final int DIGITS = 6;
    private static final int STEP_SECONDS = 30;

    /** Clocks of telephones are a little off; RFC 6238 §5.2 asks for at most one step. */
    private static final int DRIFT_STEPS = 1;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The step whose code this is, later than the last one that was used; empty: wrong, old, or used already. */
    static OptionalLong match(byte[] secret, String code, Instant at, long lastStep) {
        if (!code.matches("[0-9]{6}")) return OptionalLong.empty();
        var found = OptionalLong.empty();
        for (long step = step(at) - DRIFT_STEPS; step <= step(at) + DRIFT_STEPS; step++) {
            boolean equal = MessageDigest.isEqual(bytes(code(secret, step)), bytes(code));
            if (equal && step > lastStep) found = OptionalLong.of(step);
        }
        return found;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    /** RFC 4648 base 32 without padding, as people type it. */
    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << 8 | each & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) text.append(BASE32.charAt(buffer >> bits - 5 & 31));
        }
        if (bits > 0) text.append(BASE32.charAt(buffer << 5 - bits & 31));
        return text.toString();
    }
}
