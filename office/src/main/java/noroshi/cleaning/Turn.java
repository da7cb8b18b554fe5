package noroshi.cleaning;

import java.util.concurrent.locks.ReentrantLock;

/** Large texts are read one after another: taken apart they are many times as large, and a few at once would not fit into memory. */
final class Turn implements AutoCloseable {

    static final int LARGE_CHARACTERS = 300_000;

    private static final ReentrantLock LARGE = new ReentrantLock(true);

    private final boolean isLarge;

    private Turn(boolean isLarge) {
        this.isLarge = isLarge;
    }

    /** Waits while another large text is read. @param size in characters or bytes */
    static Turn of(int size) {
        boolean large = size > LARGE_CHARACTERS;
        if (large) LARGE.lock();
        return new Turn(large);
    }

    @Override
    public void close() {
        if (isLarge) LARGE.unlock();
    }
}
