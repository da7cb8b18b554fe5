package noroshi.beacon.http;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A connection's unread bytes. Mostly there are none and it holds nothing: requests are parsed where the loop reads
 * them. Only an unfinished request gets a buffer of its own, and all of those together stay within a budget.
 */
final class Inbox {

    private static final int FIRST_BYTES = 1024;
    private static final int LONG_BYTES_MIN = 256 * 1024;

    /** The sum of all buffers that connections of one loop hold. */
    static final class Budget {
        private final long bytesMax;
        private long bytes;

        Budget(long bytesMax) {
            this.bytesMax = bytesMax;
        }

        boolean isExceeded() {
            return bytes > bytesMax;
        }

        /** Room enough that it is not looked for again with the next packet. */
        boolean isAtEase() {
            return bytes <= bytesMax - bytesMax / 8;
        }

        long bytes() {
            return bytes;
        }

        void change(long by) {
            bytes += by;
        }
    }

    private final byte[] shared;
    private final Budget budget;
    byte[] bytes;
    int base;
    int limit;

    Inbox(byte[] shared, Budget budget) {
        this.shared = shared;
        this.budget = budget;
        bytes = shared;
    }

    boolean isEmpty() {
        return base == limit;
    }

    /** What it holds besides the loop's own buffer. */
    int ownBytes() {
        return bytes == shared ? 0 : bytes.length;
    }

    /**
     * Takes what was read: into the loop's own buffer, or behind what this connection already keeps.
     *
     * @param expected how long the request says it will be, as far as its head is read; a long one gets its room at once
     */
    void take(ByteBuffer read, int expected) {
        int count = read.remaining();
        if (bytes == shared) {
            base = limit = 0;
        } else if (limit + count > bytes.length) {
            replace(Arrays.copyOf(bytes, room(limit + count, base + expected)));
        }
        read.get(bytes, limit, count);
        limit += count;
    }

    /** Before the loop reads for another connection: keeps the rest, or gives the buffer back. */
    void settle() {
        int rest = limit - base;
        if (rest == 0) {
            release();
        } else if (bytes == shared) {
            var own = new byte[grown(rest)];
            System.arraycopy(shared, base, own, 0, rest);
            replace(own);
            base = 0;
            limit = rest;
        } else if (base > 0) {
            System.arraycopy(bytes, base, bytes, 0, rest);
            base = 0;
            limit = rest;
        }
    }

    void release() {
        replace(shared);
        base = limit = 0;
    }

    private void replace(byte[] next) {
        budget.bytes += (next == shared ? 0 : next.length) - (bytes == shared ? 0 : bytes.length);
        bytes = next;
    }

    /** Growing by halves would hold a long body one and a half times over. */
    private static int room(int needed, int expected) {
        return expected > LONG_BYTES_MIN && expected >= needed ? expected : grown(needed);
    }

    private static int grown(int needed) {
        return Math.max(FIRST_BYTES, Integer.highestOneBit(Math.max(1, needed - 1)) << 1);
    }
}
