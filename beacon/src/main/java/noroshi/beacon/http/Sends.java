package noroshi.beacon.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The answers that a connection has still to send, in order, and how far the first one has come. */
final class Sends {

    /** Pipelined requests answered before the socket must have taken the first answer. */
    static final int PIPELINED_MAX = 16;

    /** Answers that lie in memory of their own wait one by one: fifteen inflated pages are not made for one reader at a time. */
    private static final int OWN_BYTES_MAX = 64 * 1024;

    private static final byte[] NO_TAIL = {};

    private final @Nullable Answer[] answers = new Answer[PIPELINED_MAX];
    private final byte[][] tails = new byte[PIPELINED_MAX][];
    private final boolean[] bodies = new boolean[PIPELINED_MAX];
    private int first;
    private int count;
    private long sent;
    private final Inbox.Budget budget;
    private long own;

    /** @param budget of memory that answers take besides mapped pages */
    Sends(Inbox.Budget budget) {
        this.budget = budget;
    }

    long ownBytes() {
        return own;
    }

    /** Nothing of it is sent any more. */
    void release() {
        took(-own);
        Arrays.fill(answers, null);
        count = 0;
    }

    private void took(long bytes) {
        own += bytes;
        budget.change(bytes);
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        // One place stays free for a 100 (Continue) or a refusal.
        return count >= PIPELINED_MAX - 1 || own > OWN_BYTES_MAX;
    }

    void add(Answer answer, byte[] tail, boolean withBody) {
        int at = (first + count) % PIPELINED_MAX;
        answers[at] = answer;
        tails[at] = tail;
        bodies[at] = withBody;
        count++;
        took(answer.ownBytes);
    }

    void addInterim(Answer interim) {
        add(interim, NO_TAIL, false);
    }

    /** Writes what the socket takes; returns the number of bytes. All small answers leave in one write. */
    int write(Wire wire, ByteBuffer out) throws IOException {
        int written = 0;
        while (count > 0) {
            fill(out);
            int filled = out.remaining();
            int taken = wire.write(out);
            written += taken;
            advance(taken);
            if (taken < filled) break;
        }
        return written;
    }

    private void fill(ByteBuffer out) {
        out.clear();
        long from = sent;
        for (int i = 0; i < count && out.hasRemaining(); i++) {
            int at = (first + i) % PIPELINED_MAX;
            answer(at).copy(from, tails[at], bodies[at], out);
            from = 0;
        }
        out.flip();
    }

    private void advance(int taken) {
        sent += taken;
        while (count > 0) {
            long length = answer(first).length(tails[first], bodies[first]);
            if (sent < length) return;
            sent -= length;
            took(-answer(first).ownBytes);
            answers[first] = null;
            first = (first + 1) % PIPELINED_MAX;
            count--;
        }
    }

    private Answer answer(int at) {
        var answer = answers[at];
        if (answer == null) throw new IllegalStateException("no answer at place " + at);
        return answer;
    }
}
