package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One thread with its selector, its buffers and its connections. Nothing of these is touched by another thread. */
final class EventLoop implements Runnable, Poller.Events {

    private static final System.Logger LOG = System.getLogger("noroshi.beacon");
    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int ACCEPTS_PER_TURN_MAX = 64;
    private static final int EVICTIONS_PER_TURN_MAX = 16;
    private static final int SWEEP_MS = 500;

    final int number;
    final Limits limits;
    final Handler handler;
    final Traffic traffic;
    final Tail tail;
    /** For what is received and not whole yet. */
    final Inbox.Budget budget;
    /** For answers that lie in memory of their own. */
    final Inbox.Budget made;

    private boolean isMakingRoom;
    final ByteBuffer read = ByteBuffer.allocateDirect(BUFFER_BYTES);
    final ByteBuffer write = ByteBuffer.allocateDirect(BUFFER_BYTES);
    final byte[] readBytes = new byte[BUFFER_BYTES];

    private final Poller poller;
    private final List<Listener> listeners;
    private final Fronts fronts;
    private final TlsWire.Buffers tlsBuffers = new TlsWire.Buffers();
    private final ConnectionCount connections;
    private final LongSupplier ticker;
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private @Nullable Connection newest;
    private @Nullable Connection oldest;
    private long now;
    private long swept;
    private volatile boolean stopping;
    private volatile boolean stopped;

    EventLoop(
            int number,
            Poller poller,
            List<Listener> listeners,
            Fronts fronts,
            Limits limits,
            int loops,
            Handler handler,
            Traffic traffic,
            ConnectionCount connections,
            InstantSource clock,
            LongSupplier ticker)
            throws IOException {
        this.number = number;
        this.fronts = fronts;
        this.limits = limits;
        this.handler = handler;
        this.traffic = traffic;
        this.connections = connections;
        this.ticker = ticker;
        tail = new Tail(clock);
        budget = new Inbox.Budget(limits.keptBytesMax() / loops);
        made = new Inbox.Budget(limits.keptBytesMax() / loops);
        now = swept = ticker.getAsLong();
        this.poller = poller;
        this.listeners = listeners;
        for (var listener : listeners) poller.watch(listener);
    }

    long now() {
        return now;
    }

    boolean isStopping() {
        return stopping;
    }

    void execute(Runnable task) {
        tasks.add(task);
        poller.wakeup();
    }

    /** Looks at the clocks now instead of within half a second. */
    void wake() {
        poller.wakeup();
    }

    @Override
    public void run() {
        while (!stopped) {
            try {
                poller.poll(SWEEP_MS, this);
                now = ticker.getAsLong();
                for (var task = tasks.poll(); task != null; task = tasks.poll()) task.run();
                if (now - swept >= SWEEP_MS * 1_000_000L) sweep();
                if (stopping) leave();
            } catch (IOException | RuntimeException | VirtualMachineError bug) {
                report("A turn of the event loop failed", bug);
            }
        }
        closeAll();
    }

    @Override
    public void ready(Connection connection, boolean readable, boolean writable) {
        now = ticker.getAsLong();
        connection.attempt(() -> connection.ready(readable, writable));
    }

    @Override
    public void knocked(Listener listener) {
        now = ticker.getAsLong();
        try {
            for (int i = 0; i < ACCEPTS_PER_TURN_MAX && !stopping; i++) {
                var line = poller.accept(listener);
                if (line == null) return;
                welcome(line, listener);
            }
        } catch (IOException outOfHandles) {
            // No file handles left: closing idle connections is the only cure that is ours.
            evictIdle();
            report("A connection could not be accepted", outOfHandles);
        }
    }

    private void welcome(Line line, Listener listener) throws IOException {
        InetAddress peer;
        try {
            peer = line.peer();
        } catch (IOException gone) {
            line.close();
            return;
        }
        var address = AddressBlock.of(peer);
        boolean front = isFront(peer);
        if (connections.isFull()) evictIdle();
        var refusal = connections.enter(address, front);
        if (refusal != null) turnAway(line, listener, refusal);
        else open(line, listener, address, front);
    }

    boolean isFront(InetAddress peer) {
        return fronts.trusted().contains(peer);
    }

    /** Counts a connection for another address than before; false when that one has too many. */
    boolean moved(AddressBlock before, boolean wasFront, AddressBlock now, boolean front) {
        if (connections.enter(now, front) != null) return false;
        connections.leave(before, wasFront);
        return true;
    }

    Wire wire(Line line, Listener listener, ProxyWire.@Nullable Told told) {
        Wire inner = told != null && fronts.telling() == Fronts.Telling.PROXY ? new ProxyWire(line, told) : line;
        if (listener.tls() == null) return inner;
        var made = listener.tls().engines().make();
        return new TlsWire(inner, made.engine(), made.release(), tlsBuffers, budget);
    }

    private void open(Line line, Listener listener, AddressBlock address, boolean front) {
        var connection = new Connection(this, line, listener, address, front);
        link(connection);
        traffic.accepted.increment();
        traffic.open.increment();
        // The request mostly lies there already; asking the selector first would cost a round of system calls.
        connection.attempt(connection::readable);
    }

    private void turnAway(Line line, Listener listener, Refusal refusal) throws IOException {
        traffic.turnedAway.increment();
        // A handshake only to say no would cost more than whom we turn away.
        if (listener.tls() != null) {
            line.close();
            return;
        }
        traffic.answered(refusal.answer.status);
        var sends = new Sends(made);
        sends.add(refusal.answer, tail.bytes(false, 1), true);
        try (line) {
            sends.write(line, write);
            line.shutdownOutput();
            read.clear();
            // What lies unread would turn our close into a reset, and the client would lose the answer.
            var unused = line.read(read);
        } catch (IOException gone) {
            // Nobody is left to be told.
        } finally {
            sends.release();
        }
    }

    /**
     * Takes memory back where it serves fewest: from the address that holds most, its greatest holders first. So whoever hoards
     * it from one place can not have all others refused. One reader of one large page is never cut.
     */
    void makeRoom() {
        if (isMakingRoom || !budget.isExceeded() && !made.isExceeded()) return;
        isMakingRoom = true;
        try {
            if (budget.isExceeded()) new Room(budget, Connection::receivedBytes, 0).make(oldest);
            if (made.isExceeded()) new Room(made, Connection::madeBytes, 1).make(oldest);
        } finally {
            isMakingRoom = false;
        }
    }

    private void sweep() {
        swept = now;
        for (var connection = oldest; connection != null; ) {
            var next = connection.after;
            connection.checkTime(now);
            connection = next;
        }
    }

    private void evictIdle() {
        int evicted = 0;
        for (var connection = oldest; connection != null && evicted < EVICTIONS_PER_TURN_MAX; ) {
            var next = connection.after;
            if (connection.isIdle()) {
                connection.close();
                evicted++;
            }
            connection = next;
        }
    }

    private void link(Connection connection) {
        connection.before = newest;
        if (newest == null) oldest = connection;
        else newest.after = connection;
        newest = connection;
    }

    void forget(Connection connection) {
        var before = connection.before;
        var after = connection.after;
        if (before == null) oldest = after;
        else before.after = after;
        if (after == null) newest = before;
        else after.before = before;
        connections.leave(connection.address(), connection.isFront());
        traffic.open.decrement();
    }

    void answered(Request request, Answer answer) {
        try {
            handler.answered(request, answer);
        } catch (RuntimeException | VirtualMachineError bug) {
            report("An answer could not be noted", bug);
        }
    }

    void report(String what, Throwable bug) {
        LOG.log(System.Logger.Level.ERROR, what + "; other connections are not affected.", bug);
    }

    void beginStop() {
        stopping = true;
        poller.wakeup();
    }

    void stop() {
        stopped = true;
        poller.wakeup();
    }

    private void leave() throws IOException {
        closeDoors();
        closeQuiet();
    }

    /** By the loop itself: a socket's number may belong to another the moment it is closed. */
    private void closeDoors() throws IOException {
        for (var listener : listeners) listener.door().close();
        listeners.clear();
    }

    private void closeQuiet() {
        for (var connection = oldest; connection != null; ) {
            var next = connection.after;
            if (!connection.isBusy()) connection.close();
            connection = next;
        }
        if (oldest == null) stopped = true;
    }

    private void closeAll() {
        while (oldest != null) oldest.close();
        try {
            closeDoors();
            poller.close();
        } catch (IOException e) {
            report("The loop's sockets did not close", e);
        }
    }
}
