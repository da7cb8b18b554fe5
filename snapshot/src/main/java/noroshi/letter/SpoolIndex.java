package noroshi.letter;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Where each letter of a spool lies, in the order of the cursors: plain arrays and a hash table of positions, some
 * {@value #BYTES_PER_LETTER} bytes a letter, so that hundreds of thousands fit in a beacon's small heap. For one thread at a time.
 */
final class SpoolIndex {
    static final int BYTES_PER_LETTER = 80;
    private static final int LETTERS_MIN = 1024;

    private long[] high = new long[LETTERS_MIN];
    private long[] low = new long[LETTERS_MIN];
    private long[] cursor = new long[LETTERS_MIN];
    private long[] confirmedMs = new long[LETTERS_MIN];
    private int[] bytes = new int[LETTERS_MIN];
    private final BitSet copied = new BitSet();
    /** Position + 1; 0 is free. At most half full. */
    private int[] table = new int[2 * LETTERS_MIN];

    private int size;
    private int confirmed;

    /** Positions run from 0 to here. */
    int size() {
        return size;
    }

    int unconfirmed() {
        return size - confirmed;
    }

    LetterId id(int position) {
        return new LetterId(high[position], low[position]);
    }

    long cursor(int position) {
        return cursor[position];
    }

    int bytes(int position) {
        return bytes[position];
    }

    boolean isConfirmed(int position) {
        return confirmedMs[position] != 0;
    }

    /** Milliseconds since the epoch, 0 before the confirmation. */
    long confirmedMs(int position) {
        return confirmedMs[position];
    }

    /** -1 when it is not here. */
    int find(LetterId id) {
        for (int slot = slot(id.high(), id.low()); table[slot] != 0; slot = next(slot)) {
            int position = table[slot] - 1;
            if (low[position] == id.low() && high[position] == id.high()) {
                return position;
            }
        }
        return -1;
    }

    /** Cursors must grow. The same letter twice (a spool of before) keeps its first place. */
    void add(LetterId id, long place, int length) {
        if (find(id) >= 0) {
            return;
        }
        if (size == high.length) {
            grow();
        }
        high[size] = id.high();
        low[size] = id.low();
        cursor[size] = place;
        bytes[size] = length;
        confirmedMs[size] = 0;
        size++;
        enter(size - 1);
    }

    /** The first position behind a cursor. */
    int after(long place) {
        int found = Arrays.binarySearch(cursor, 0, size, place);
        return found >= 0 ? found + 1 : -found - 1;
    }

    void confirm(int position, long atMs) {
        if (confirmedMs[position] == 0) {
            confirmed++;
        }
        confirmedMs[position] = atMs;
    }

    void copied(int position) {
        copied.set(position);
    }

    /** The first position from here on that no other beacon is known to hold; {@link #size()} if there is none. */
    int uncopied(int from) {
        return Math.min(size, copied.nextClearBit(from));
    }

    int alone() {
        return size - copied.cardinality();
    }

    void forgetCopies() {
        copied.clear();
    }

    /** Confirmed so long ago, or in the way of new ones: while more than three quarters are full, the oldest first. */
    BitSet due(long confirmedUntilMs, long bytesNow, long bytesMax, int lettersMax) {
        BitSet due = new BitSet();
        long letters = size;
        long all = bytesNow;
        for (int position = 0; position < size; position++) {
            boolean isTight = letters > lettersMax / 4 * 3L || all > bytesMax / 4 * 3;
            boolean isOld = confirmedMs(position) <= confirmedUntilMs;
            if (isConfirmed(position) && (isOld || isTight)) {
                due.set(position);
                letters--;
                all -= bytes(position) + SpoolSegment.ENTRY_BYTES;
            }
        }
        return due;
    }

    /** Leaves these out; positions change. */
    void drop(BitSet gone) {
        int kept = 0;
        confirmed = 0;
        for (int position = gone.nextClearBit(0); position < size; position = gone.nextClearBit(position + 1)) {
            high[kept] = high[position];
            low[kept] = low[position];
            cursor[kept] = cursor[position];
            bytes[kept] = bytes[position];
            confirmedMs[kept] = confirmedMs[position];
            confirmed += confirmedMs[kept] == 0 ? 0 : 1;
            copied.set(kept, copied.get(position));
            kept++;
        }
        size = kept;
        copied.clear(size, Math.max(size, copied.length()));
        refill();
    }

    private void grow() {
        int more = size + size / 2;
        // The one that is asked for room comes last: if the heap has none for another, all is as before.
        low = Arrays.copyOf(low, more);
        cursor = Arrays.copyOf(cursor, more);
        confirmedMs = Arrays.copyOf(confirmedMs, more);
        bytes = Arrays.copyOf(bytes, more);
        int slots = table.length;
        while (slots < 2 * more) {
            slots *= 2;
        }
        if (slots > table.length) {
            table = new int[slots];
            refill();
        }
        high = Arrays.copyOf(high, more);
    }

    private void refill() {
        Arrays.fill(table, 0);
        for (int position = 0; position < size; position++) {
            enter(position);
        }
    }

    private void enter(int position) {
        int slot = slot(high[position], low[position]);
        while (table[slot] != 0) {
            slot = next(slot);
        }
        table[slot] = position + 1;
    }

    private int slot(long highBits, long lowBits) {
        // The low half is random; a beacon that chooses its ids badly only slows itself and its neighbour down.
        long mixed = (lowBits ^ highBits) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed >>> 33) & table.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & table.length - 1;
    }
}
