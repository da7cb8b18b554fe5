package noroshi.beacon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import noroshi.beacon.http.AddressBlock;
import noroshi.letter.LetterSpool;

/**
 * Whether more Letters come than can be taken with care, and what a sender shows then: a pass for this page and address that is
 * some seconds old. Waiting costs a person little and needs no script; a machine pays with an address for each few Letters.
 */
final class Flood {

    static final int WAIT_SECONDS = 5;
    static final int PASS_SECONDS_MAX = 600;
    /** How much of the spool a flood may fill before senders are asked to wait, and before a single form must make room. */
    static final double FILLED_MAX = 0.8;

    static final int QUEUE_MIN = LetterDesk.WAITING_MAX / 4;
    private static final int CALM_SECONDS = 60;
    private static final int USED_MAX = 32_768;
    private static final int PASS_BYTES = 32;
    private static final int MAC_BYTES = 16;

    /** What a shown pass is worth. */
    enum Pass {
        GOOD,
        /** Genuine, but shown before its time: the same one is good in a moment. */
        TOO_EARLY,
        /** None, altered, another's, too old or used. */
        NONE
    }

    private final LetterSpool spool;
    private final LetterDesk desk;
    private final LongSupplier ticker;
    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();
    private final Map<Long, Boolean> used = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > USED_MAX;
        }
    };
    private volatile long onUntilNs;
    private volatile boolean everOn;

    /** @param secret shared by beacons that take each other's passes */
    Flood(LetterSpool spool, LetterDesk desk, String secret, LongSupplier ticker) {
        this.spool = spool;
        this.desk = desk;
        this.ticker = ticker;
        key = new SecretKeySpec(("noroshi pass 1 " + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    static String anySecret() {
        var bytes = new byte[PASS_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** On at once, off after a calm minute. */
    boolean isOn() {
        if (desk.waiting() >= QUEUE_MIN || spool.filled() > FILLED_MAX) turnOn();
        return everOn && ticker.getAsLong() - onUntilNs < 0;
    }

    void turnOn() {
        onUntilNs = ticker.getAsLong() + CALM_SECONDS * 1_000_000_000L;
        everOn = true;
    }

    String issue(AddressBlock to, String page, long nowMs) {
        var head = ByteBuffer.allocate(16)
                .putLong(nowMs)
                .putLong(random.nextLong())
                .array();
        var pass = Arrays.copyOf(head, PASS_BYTES);
        System.arraycopy(mac(head, to, page), 0, pass, head.length, MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(pass);
    }

    Pass check(String shown, AddressBlock from, String page, long nowMs) {
        byte[] pass;
        try {
            pass = Base64.getUrlDecoder().decode(shown);
        } catch (IllegalArgumentException nonsense) {
            return Pass.NONE;
        }
        if (pass.length != PASS_BYTES) return Pass.NONE;
        var expected = mac(Arrays.copyOf(pass, 16), from, page);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(pass, 16, PASS_BYTES))) return Pass.NONE;
        var head = ByteBuffer.wrap(pass);
        long ageMs = nowMs - head.getLong();
        if (ageMs < 0 || ageMs > PASS_SECONDS_MAX * 1000L) return Pass.NONE;
        if (ageMs < WAIT_SECONDS * 1000L) return Pass.TOO_EARLY;
        synchronized (used) {
            return used.put(head.getLong(), true) == null ? Pass.GOOD : Pass.NONE;
        }
    }

    private byte[] mac(byte[] head, AddressBlock address, String page) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(head);
            mac.update(ByteBuffer.allocate(9)
                    .put((byte) (address.isIpv6() ? 6 : 4))
                    .putLong(address.bits())
                    .flip());
            return Arrays.copyOf(mac.doFinal(page.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
