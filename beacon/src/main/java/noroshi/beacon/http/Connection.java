package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * One client's connection: reads requests, asks the handler, sends answers, in order and one at a time. It reads no
 * further while answers wait to be taken, so a slow reader slows down only itself.
 */
final class Connection implements Request.Origin {

    private enum State {
        OPEN,
        /** The handler promised an answer; nothing is read until it comes. */
        WAITING,
        /** The last answer is on its way. */
        CLOSING,
        /** All is said; what the client still sends is thrown away so that our last words reach it (RFC 9112 §9.6). */
        LINGERING,
        CLOSED
    }

    private static final Answer CONTINUE = Answer.status(100, "Continue").nothing();
    private static final byte[] CONTINUE_END = {'\r', '\n'};

    private final EventLoop loop;
    private final Line line;
    private final Wire wire;
    private AddressBlock address;
    private boolean front;
    private final Request request;
    private final RequestParser parser;
    private final Inbox inbox;
    private final Sends sends;
    private final Deadlines deadlines;

    private State state = State.OPEN;
    private boolean continued;
    /** Requests lie in the inbox that wait until answers before them have left. */
    private boolean held;

    private boolean inputEnded;
    private int requestNumber;
    private int lingered;

    @Nullable
    Connection before;

    @Nullable
    Connection after;

    /** @param front whether the other end is a trusted front server, which speaks for many */
    Connection(EventLoop loop, Line line, Listener listener, AddressBlock address, boolean front) {
        this.loop = loop;
        this.line = line;
        this.address = address;
        this.front = front;
        wire = loop.wire(line, listener, front ? this::proxied : null);
        request = new Request(this, loop.limits.fieldsMax());
        parser = new RequestParser(loop.limits, request);
        inbox = new Inbox(loop.readBytes, loop.budget);
        sends = new Sends(loop.made);
        deadlines = new Deadlines(loop.limits, loop.now());
    }

    @Override
    public AddressBlock address() {
        return address;
    }

    @Override
    public boolean isFront() {
        return front;
    }

    /** The front server said by PROXY protocol for whom it speaks on this connection. */
    private void proxied(InetAddress reader) throws IOException {
        var next = AddressBlock.of(reader);
        boolean nextIsFront = loop.isFront(reader);
        if (!loop.moved(address, front, next, nextIsFront)) throw new IOException("too many connections of one reader");
        address = next;
        front = nextIsFront;
    }

    @Override
    public int loopNumber() {
        return loop.number;
    }

    @Override
    public Later later() {
        state = State.WAITING;
        deadlines.waiting(loop.now());
        return new Later(this, requestNumber);
    }

    boolean isIdle() {
        return state == State.OPEN && !parser.hasBegun() && isSent();
    }

    boolean isBusy() {
        return state == State.WAITING || !isSent();
    }

    private boolean isSent() {
        return sends.isEmpty() && wire.isFlushed();
    }

    void ready(boolean readable, boolean writable) throws IOException {
        if (writable) writable();
        if (state != State.CLOSED && readable) readable();
    }

    void readable() throws IOException {
        var read = loop.read;
        read.clear();
        int count = wire.read(read);
        if (state == State.LINGERING) {
            linger(count);
        } else if (count > 0) {
            read.flip();
            if (isIdle()) deadlines.requestBegins(loop.now());
            inbox.take(read, parser.expectedBytes());
            process();
        } else if (count < 0) {
            inputEnded = true;
            if (isBusy()) {
                state = State.CLOSING;
                // Else the end would be told again and again, and nobody would look whether the rest can leave.
                wish();
            } else {
                close();
            }
        } else {
            wish();
        }
    }

    private void writable() throws IOException {
        if (flush() && state == State.OPEN) process();
        else settle();
        if (state == State.OPEN && wire.hasUnread() && isSent()) readable();
    }

    private void process() throws IOException {
        held = false;
        while (state == State.OPEN) {
            if (sends.isFull() && !flush()) {
                held = true;
                break;
            }
            var step = parser.advance(inbox.bytes, inbox.base, inbox.limit);
            if (step == RequestParser.Step.DONE) handle();
            else if (step == RequestParser.Step.REFUSED) refuse(parser.refusal());
            else break;
        }
        if (state == State.OPEN && parser.awaitsContinue() && !continued) {
            continued = true;
            sends.add(CONTINUE, CONTINUE_END, false);
        }
        settle();
    }

    /** After a turn: keeps or frees the buffer, writes, and tells the selector what to wait for. */
    private void settle() throws IOException {
        if (state == State.CLOSED) return;
        boolean clean = inbox.isEmpty();
        if (state == State.OPEN || state == State.WAITING) {
            inbox.settle();
            request.bytes = inbox.bytes;
            request.base = inbox.base;
        }
        boolean sent = flush();
        if (sent && state == State.CLOSING) end(clean);
        if (state != State.CLOSED) wish();
        loop.makeRoom();
    }

    /** Bytes of an unfinished request, which others may need more than this one. None while an answer to it is being made. */
    int receivedBytes() {
        return state == State.OPEN ? inbox.ownBytes() + wire.ownBytes() : 0;
    }

    /** Memory that answers on their way take: inflated pages, mostly. */
    long madeBytes() {
        return sends.ownBytes();
    }

    /** Others need the memory. Who is still talking is told so. */
    void giveWay() {
        attempt(() -> {
            if (state == State.OPEN && isSent()) {
                refuse(Refusal.BUSY);
                settle();
            }
            if (state != State.LINGERING) close();
        });
    }

    private void handle() {
        loop.traffic.requests.increment();
        Answer answer;
        try {
            answer = loop.handler.handle(request);
        } catch (RuntimeException | VirtualMachineError bug) {
            // Errors of memory and stack too: no request may end the loop that serves all others.
            loop.report("A request could not be answered", bug);
            answer = Refusal.BROKEN.answer;
        }
        if (answer != null) finish(answer);
        else if (state != State.WAITING) finish(Refusal.BROKEN.answer);
    }

    private void finish(Answer answer) {
        boolean keep = request.keepAlive && !answer.close && !inputEnded && !loop.isStopping();
        boolean withBody = request.method != Method.HEAD;
        sends.add(answer, loop.tail.bytes(keep, request.minorVersion), withBody);
        deadlines.sending(loop.now());
        loop.traffic.answered(answer.status);
        loop.answered(request, answer);
        inbox.base += parser.end();
        parser.next();
        continued = false;
        requestNumber++;
        state = keep ? State.OPEN : State.CLOSING;
        if (!keep) wire.farewell();
        if (!inbox.isEmpty()) deadlines.requestBegins(loop.now());
    }

    private void refuse(Refusal refusal) {
        loop.traffic.refused.increment();
        loop.traffic.answered(refusal.answer.status);
        sends.add(refusal.answer, loop.tail.bytes(false, 1), true);
        deadlines.sending(loop.now());
        state = State.CLOSING;
        wire.farewell();
    }

    /** Called from any thread. */
    void answerFromElsewhere(int number, Answer answer) {
        loop.execute(() -> {
            if (state != State.WAITING || number != requestNumber) return;
            state = State.OPEN;
            finish(answer);
            attempt(this::process);
        });
    }

    private boolean flush() throws IOException {
        if (sends.isEmpty()) return wire.flush();
        int written = sends.write(wire, loop.write);
        loop.traffic.bytesOut.add(written);
        deadlines.sent(loop.now(), written);
        if (!sends.isEmpty() || !wire.flush()) return false;
        deadlines.idle(loop.now());
        return true;
    }

    private void end(boolean clean) throws IOException {
        if (clean || inputEnded) {
            close();
            return;
        }
        wire.shutdownOutput();
        state = State.LINGERING;
        deadlines.lingering(loop.now());
        inbox.release();
    }

    private void linger(int count) {
        lingered += count;
        if (count < 0 || lingered > Limits.LINGER_BYTES_MAX) close();
    }

    private void wish() throws IOException {
        boolean goesOn = state == State.OPEN && held;
        boolean reads = state == State.LINGERING || state == State.OPEN && isSent() && !held;
        line.wish(this, reads, goesOn || !isSent());
    }

    /** Called now and then by the loop. */
    void checkTime(long now) {
        // One before it in the round may have taken its room.
        if (state == State.CLOSED) return;
        attempt(() -> {
            switch (deadlines.check(now, phase())) {
                case FINE -> {}
                case CUT -> {
                    loop.traffic.timedOut.increment();
                    close();
                }
                case REFUSE -> {
                    loop.traffic.timedOut.increment();
                    refuse(state == State.WAITING ? Refusal.BUSY : Refusal.SLOW);
                    settle();
                }
            }
        });
    }

    private Deadlines.Phase phase() {
        if (state == State.LINGERING) return Deadlines.Phase.LINGERING;
        if (!isSent()) return Deadlines.Phase.SENDING;
        if (state == State.WAITING) return Deadlines.Phase.WAITING;
        return parser.hasBegun() ? Deadlines.Phase.RECEIVING : Deadlines.Phase.IDLE;
    }

    interface Act {
        void run() throws IOException;
    }

    /** A client that breaks its connection is daily life; anything else is ours to learn of. Both end here. */
    void attempt(Act act) {
        try {
            act.run();
        } catch (IOException gone) {
            close();
        } catch (RuntimeException | VirtualMachineError bug) {
            // One long body may not find room in a small heap; everyone else goes on.
            loop.report("A connection was dropped", bug);
            close();
        }
    }

    void close() {
        if (state == State.CLOSED) return;
        state = State.CLOSED;
        inbox.release();
        sends.release();
        wire.close();
        loop.forget(this);
        line.close();
    }
}
