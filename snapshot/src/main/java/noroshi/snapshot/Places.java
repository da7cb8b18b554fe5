package noroshi.snapshot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * An open-addressing table from the first bits of an address to places in packs, in two long arrays: no object per
 * entry, read without locks while one writer adds. A place is {@code (pack + 1) << 40 | offset}.
 */
final class Places {
    private static final VarHandle LONGS = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int OFFSET_BITS = 40;

    /** Both arrays swap together when the table grows; readers of the old one only miss newer entries. */
    private record Slots(long[] prints, long[] places) {}

    private volatile Slots slots;
    private int size;

    Places(int expected) {
        int capacity = Integer.highestOneBit(Math.max(512, expected)) * 4;
        slots = new Slots(new long[capacity], new long[capacity]);
    }

    int size() {
        return size;
    }

    static long print(Hash hash) {
        // Zero marks a free slot.
        return hash.a() == 0 ? 1 : hash.a();
    }

    static long place(int pack, long offset) {
        return (long) (pack + 1) << OFFSET_BITS | offset;
    }

    static int pack(long place) {
        return (int) (place >>> OFFSET_BITS) - 1;
    }

    static long offset(long place) {
        return place & ((1L << OFFSET_BITS) - 1);
    }

    void add(long print, long place) {
        if (size * 2 >= slots.prints.length) {
            grow();
        }
        put(slots, print, place);
        size++;
    }

    /** Walks every place that may hold the print. */
    Probe probe(long print) {
        return new Probe(slots, print);
    }

    static final class Probe {
        private final Slots slots;
        private final long print;
        private int at;

        private Probe(Slots slots, long print) {
            this.slots = slots;
            this.print = print;
            this.at = start(print, slots.prints.length);
        }

        /** The next candidate, or 0 when there is none left. */
        long next() {
            while (true) {
                // Acquire pairs with the release in put: who sees the print sees its place.
                long found = (long) LONGS.getAcquire(slots.prints, at);
                if (found == 0) {
                    return 0;
                }
                long place = slots.places[at];
                at = (at + 1) & (slots.prints.length - 1);
                if (found == print) {
                    return place;
                }
            }
        }
    }

    interface Each {
        void take(long print, long place);
    }

    void each(Each each) {
        Slots now = slots;
        for (int i = 0; i < now.prints.length; i++) {
            if (now.prints[i] != 0) {
                each.take(now.prints[i], now.places[i]);
            }
        }
    }

    /** Points an entry elsewhere: a damaged thing was stored again. */
    void replace(long print, long old, long place) {
        Slots now = slots;
        int at = start(print, now.prints.length);
        while (now.prints[at] != 0) {
            if (now.prints[at] == print && now.places[at] == old) {
                LONGS.setRelease(now.places, at, place);
                return;
            }
            at = (at + 1) & (now.prints.length - 1);
        }
    }

    private void grow() {
        Slots old = slots;
        Slots bigger = new Slots(new long[old.prints.length * 2], new long[old.prints.length * 2]);
        each((print, place) -> put(bigger, print, place));
        slots = bigger;
    }

    private static void put(Slots slots, long print, long place) {
        int at = start(print, slots.prints.length);
        while (slots.prints[at] != 0) {
            at = (at + 1) & (slots.prints.length - 1);
        }
        slots.places[at] = place;
        LONGS.setRelease(slots.prints, at, print);
    }

    private static int start(long print, int capacity) {
        return (int) (print >>> 17) & (capacity - 1);
    }
}
