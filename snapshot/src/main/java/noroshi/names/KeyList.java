package noroshi.names;

import java.util.Arrays;

/** Pairs of a key and a posting, sorted by key; postings of one key stay in the order in which they came. */
final class KeyList {
    private static final int DIGIT_BITS = 16;

    private long[] keys = new long[1024];
    private int[] postings = new int[1024];
    private int size;

    void add(long key, int posting) {
        if (size == keys.length) {
            grow(size * 2);
        }
        keys[size] = key;
        postings[size++] = posting;
    }

    private void grow(int capacity) {
        keys = Arrays.copyOf(keys, capacity);
        postings = Arrays.copyOf(postings, capacity);
    }

    int size() {
        return size;
    }

    long key(int at) {
        return keys[at];
    }

    int posting(int at) {
        return postings[at];
    }

    KeyList followedBy(KeyList other) {
        grow(size + other.size + 1);
        System.arraycopy(other.keys, 0, keys, size, other.size);
        System.arraycopy(other.postings, 0, postings, size, other.size);
        size += other.size;
        return this;
    }

    /** By radix, which is stable and makes no objects. Keys count as unsigned. */
    void sort() {
        long[] keysTo = new long[keys.length];
        int[] postingsTo = new int[postings.length];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = new int[(1 << DIGIT_BITS) + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(keys[i], shift) + 1]++;
            }
            for (int d = 0; d < 1 << DIGIT_BITS; d++) {
                starts[d + 1] += starts[d];
            }
            for (int i = 0; i < size; i++) {
                int to = starts[digit(keys[i], shift)]++;
                keysTo[to] = keys[i];
                postingsTo[to] = postings[i];
            }
            long[] spareKeys = keys;
            keys = keysTo;
            keysTo = spareKeys;
            int[] sparePostings = postings;
            postings = postingsTo;
            postingsTo = sparePostings;
        }
    }

    private static int digit(long key, int shift) {
        return (int) (key >>> shift) & ((1 << DIGIT_BITS) - 1);
    }
}
