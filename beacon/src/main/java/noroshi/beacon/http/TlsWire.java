package noroshi.beacon.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import org.jspecify.annotations.Nullable;

/**
 * TLS over another wire. The loop's buffers are shared by all connections; of its own a connection keeps only the bytes of
 * a record that has not come whole, and what of one record the socket did not take. Both count towards the loop's budget.
 */
final class TlsWire implements Wire {

    /** The loop's two buffers for encrypted bytes. */
    static final class Buffers {
        /** Smaller than the loop's buffer for plain bytes, so whatever is read can be decrypted at once. */
        private static final int READ_BYTES = 32 * 1024;

        /** One record and its envelope, or a whole flight of a handshake. */
        private static final int WRITE_BYTES = 33 * 1024;

        final ByteBuffer read = ByteBuffer.allocateDirect(READ_BYTES);
        final ByteBuffer write = ByteBuffer.allocateDirect(WRITE_BYTES);
    }

    private static final byte[] NOTHING = {};

    /** Records without content, or turns of a handshake, in one go; whoever sends more of them means no good. */
    private static final int STEPS_MAX = 64;

    private final Wire inner;
    private final SSLEngine engine;
    private final Runnable release;
    private final Buffers buffers;
    private final Inbox.Budget budget;
    private byte[] unread = NOTHING;
    private byte[] unsent = NOTHING;
    private boolean innerEnded;
    private boolean closed;

    /** @param release gives back what the engine holds outside of the heap */
    TlsWire(Wire inner, SSLEngine engine, Runnable release, Buffers buffers, Inbox.Budget budget) {
        this.inner = inner;
        this.engine = engine;
        this.release = release;
        this.buffers = buffers;
        this.budget = budget;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        var in = buffers.read.clear().put(unread);
        int count = inner.read(in);
        if (count < 0) innerEnded = true;
        in.flip();
        int before = into.position();
        unwrap(in, into);
        unread = kept(unread, in);
        int plain = into.position() - before;
        if (plain > 0) return plain;
        if (engine.isInboundDone()) return -1;
        // Cut off without a farewell is an end all the same: requests tell their own length.
        return innerEnded ? -1 : 0;
    }

    private void unwrap(ByteBuffer in, ByteBuffer into) throws IOException {
        // Records with content are not counted: whoever is not read to the end now is not told of again by the system.
        for (int empty = 0; empty < STEPS_MAX; ) {
            if (!advanceHandshake()) return;
            if (!in.hasRemaining() || engine.isInboundDone()) return;
            int before = in.remaining();
            var result = engine.unwrap(in, into);
            if (result.bytesProduced() == 0) empty++;
            if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
                sayOwn();
                return;
            }
            if (result.getStatus() != SSLEngineResult.Status.OK) {
                if (in.remaining() == before && !isOurTurn()) return;
            }
        }
        if (in.hasRemaining()) throw new IOException("too many records without content");
    }

    private boolean isOurTurn() {
        return switch (engine.getHandshakeStatus()) {
            case NEED_TASK, NEED_WRAP -> true;
            case NEED_UNWRAP, NEED_UNWRAP_AGAIN, FINISHED, NOT_HANDSHAKING -> false;
        };
    }

    /** Does all that the handshake wants from us. False when the socket takes no more for now. */
    private boolean advanceHandshake() throws IOException {
        for (int i = 0; i < STEPS_MAX; i++) {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_TASK) runTasks();
            else if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
                if (!sayOwn()) return false;
            } else return true;
        }
        throw new IOException("the handshake does not end");
    }

    private void runTasks() {
        for (var task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) task.run();
    }

    /** Whatever the engine wants to say of itself: handshake, alerts, farewell. False when the socket takes no more. */
    private boolean sayOwn() throws IOException {
        if (!flush()) return false;
        var out = buffers.write.clear();
        for (int i = 0; i < STEPS_MAX; i++) {
            var result = engine.wrap(ByteBuffer.wrap(NOTHING), out);
            if (result.getHandshakeStatus() == HandshakeStatus.NEED_TASK) runTasks();
            if (result.getStatus() != SSLEngineResult.Status.OK || result.bytesProduced() == 0) break;
            if (engine.getHandshakeStatus() != HandshakeStatus.NEED_WRAP) break;
        }
        return send(out.flip());
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (!flush() || !advanceHandshake()) return 0;
        int before = from.remaining();
        while (from.hasRemaining()) {
            var out = buffers.write.clear();
            var result = engine.wrap(from, out);
            if (result.getStatus() == SSLEngineResult.Status.CLOSED) throw new IOException("the other side has left");
            if (result.bytesProduced() == 0 || !send(out.flip())) break;
        }
        return before - from.remaining();
    }

    /** Keeps what the socket does not take: one record at most, since nothing is encrypted before it has left. */
    private boolean send(ByteBuffer out) throws IOException {
        var unused = inner.write(out);
        unsent = kept(unsent, out);
        return unsent.length == 0;
    }

    @Override
    public boolean flush() throws IOException {
        if (unsent.length == 0) return true;
        var out = buffers.write.clear().put(unsent).flip();
        return send(out);
    }

    @Override
    public boolean isFlushed() {
        return unsent.length == 0;
    }

    @Override
    public boolean hasUnread() {
        return unread.length > 0;
    }

    @Override
    public int ownBytes() {
        return unread.length + unsent.length;
    }

    private byte[] kept(byte[] before, ByteBuffer rest) throws IOException {
        if (before.length == 0 && !rest.hasRemaining()) return NOTHING;
        var kept = NOTHING;
        if (rest.hasRemaining()) {
            kept = new byte[rest.remaining()];
            rest.get(kept);
        }
        budget.change(kept.length - before.length);
        return kept;
    }

    @Override
    public void farewell() {
        inner.farewell();
    }

    @Override
    public void shutdownOutput() throws IOException {
        engine.closeOutbound();
        var unused = sayOwn();
        inner.shutdownOutput();
    }

    @Override
    public void close() {
        if (closed) return;
        closed = true;
        try {
            if (!engine.isOutboundDone()) {
                engine.closeOutbound();
                var unused = sayOwn();
            }
        } catch (IOException gone) {
            // Nobody is left to say goodbye to.
        } finally {
            budget.change(-unread.length - unsent.length);
            unread = unsent = NOTHING;
            release.run();
            inner.close();
        }
    }

    /** The protocol agreed on, for tests. */
    @Nullable
    String protocol() {
        return engine.getSession().getProtocol();
    }
}
