package noroshi.beacon.http;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/**
 * The keys that session tickets are sealed with, so that a reader who comes back does not pay for a whole handshake. Made
 * here, never stored, changed twice a day: who takes the machine later can not read what was sent before. The key before
 * still opens tickets.
 */
final class TicketKeys {

    static final int NAME_BYTES = 16;
    static final int MAC_BYTES = 16;
    static final int CIPHER_BYTES = 16;
    private static final int KEYS_MAX = 2;
    private static final long LIFE_NANOS = 12L * 3600 * 1_000_000_000;

    record TicketKey(byte[] name, byte[] mac, byte[] cipher) {

        private static TicketKey make() {
            return new TicketKey(random(NAME_BYTES), random(MAC_BYTES), random(CIPHER_BYTES));
        }

        private static byte[] random(int bytes) {
            var made = new byte[bytes];
            new SecureRandom().nextBytes(made);
            return made;
        }
    }

    private volatile List<TicketKey> keys = List.of(TicketKey.make());
    private long made = System.nanoTime();

    /** The one for new tickets first. */
    List<TicketKey> keys() {
        return keys;
    }

    /** True when there is a new key. */
    boolean look() {
        if (System.nanoTime() - made < LIFE_NANOS) return false;
        made = System.nanoTime();
        keys = Stream.concat(Stream.of(TicketKey.make()), keys.stream())
                .limit(KEYS_MAX)
                .toList();
        return true;
    }
}
