package noroshi.beacon.http;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_INT_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One epoll instance of one loop. Whoever waits is found by the number of its socket. */
final class EpollPoller implements Poller {

    private static final int EVENTS_MAX = 512;
    private static final int FIRST_PLACES = 1024;

    /** struct epoll_event is packed on x86-64 only. */
    private static final boolean PACKED = System.getProperty("os.arch", "").equals("amd64");

    private static final int EVENT_BYTES = PACKED ? 12 : 16;
    private static final int DATA_AT = PACKED ? 4 : 8;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment state = arena.allocate(Posix.STATE);
    private final MemorySegment wakeState = arena.allocate(Posix.STATE);
    private final MemorySegment one = arena.allocateFrom(JAVA_LONG, 1L);
    private final MemorySegment count = arena.allocate(JAVA_LONG);
    private final MemorySegment events = arena.allocate((long) EVENT_BYTES * EVENTS_MAX, 8);
    private final MemorySegment change = arena.allocate(EVENT_BYTES, 8);
    private final MemorySegment address = arena.allocate(EpollSockets.ADDRESS_BYTES, 8);
    private final MemorySegment addressLength = arena.allocate(JAVA_INT);
    private final int epoll;
    private final int wake;
    private final Object waking = new Object();
    private boolean closed;
    private @Nullable Object[] waiting = new Object[FIRST_PLACES];

    EpollPoller() throws IOException {
        try {
            epoll = (int) Posix.EPOLL_CREATE1.invokeExact(state, Posix.EPOLL_CLOEXEC);
            wake = (int) Posix.EVENTFD.invokeExact(state, 0, Posix.NONBLOCK_CLOEXEC);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        if (epoll < 0 || wake < 0) throw Posix.failed("epoll", state);
        control(Posix.EPOLL_CTL_ADD, wake, Posix.EPOLLIN);
    }

    @Override
    public void watch(Listener listener) throws IOException {
        int fd = ((EpollSockets.EpollDoor) listener.door()).fd;
        place(fd, listener);
        control(Posix.EPOLL_CTL_ADD, fd, Posix.EPOLLIN);
    }

    @Override
    public void poll(int ms, Events into) throws IOException {
        int found;
        try {
            found = (int) Posix.EPOLL_WAIT.invokeExact(state, epoll, events, EVENTS_MAX, ms);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        if (found < 0 && Posix.errno(state) != Posix.EINTR) throw Posix.failed("epoll_wait", state);
        for (int i = 0; i < found; i++) {
            int what = events.get(JAVA_INT_UNALIGNED, (long) i * EVENT_BYTES);
            int fd = events.get(JAVA_INT_UNALIGNED, (long) i * EVENT_BYTES + DATA_AT);
            if (fd == wake) drain();
            else if (waiting[fd] instanceof Listener listener) into.knocked(listener);
            // A socket closed during this turn is gone from its place; one opened since gets a glance too many at
            // worst.
            else if (waiting[fd] instanceof EpollLine line) line.tell(what, into);
        }
    }

    private void drain() {
        try {
            long unused = (long) Posix.READ.invokeExact(state, wake, count, 8L);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
    }

    @Override
    public @Nullable Line accept(Listener listener) throws IOException {
        addressLength.set(JAVA_INT, 0, EpollSockets.ADDRESS_BYTES);
        int fd;
        try {
            fd = (int) Posix.ACCEPT4.invokeExact(
                    state,
                    ((EpollSockets.EpollDoor) listener.door()).fd,
                    address,
                    addressLength,
                    Posix.NONBLOCK_CLOEXEC);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        if (fd >= 0) return new EpollLine(fd, EpollSockets.address(address));
        int errno = Posix.errno(state);
        if (errno == Posix.EAGAIN || errno == Posix.EINTR || errno == Posix.ECONNABORTED) return null;
        throw Posix.failed("accept", state);
    }

    @Override
    public void wakeup() {
        synchronized (waking) {
            if (closed) return;
            try {
                long unused = (long) Posix.WRITE.invokeExact(wakeState, wake, one, 8L);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
        }
    }

    @Override
    public void close() {
        synchronized (waking) {
            if (closed) return;
            closed = true;
            shut(wake);
            shut(epoll);
            arena.close();
        }
    }

    private void shut(int fd) {
        try {
            int unused = (int) Posix.CLOSE.invokeExact(state, fd);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
    }

    private void place(int fd, @Nullable Object who) {
        if (fd >= waiting.length) waiting = Arrays.copyOf(waiting, Math.max(fd + 1, waiting.length * 2));
        waiting[fd] = who;
    }

    private void control(int how, int fd, int wish) throws IOException {
        change.set(JAVA_INT_UNALIGNED, 0, wish);
        change.set(JAVA_INT_UNALIGNED, DATA_AT, fd);
        int result;
        try {
            result = (int) Posix.EPOLL_CTL.invokeExact(state, epoll, how, fd, change);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        if (result < 0) throw Posix.failed("epoll_ctl", state);
    }

    private final class EpollLine implements Line {

        private static final int NOTHING = 0;

        private final int fd;
        private final InetAddress peer;
        private int wish = NOTHING;
        private @Nullable Connection connection;
        private boolean gone;
        private int how = Posix.MSG_NOSIGNAL;

        EpollLine(int fd, InetAddress peer) {
            this.fd = fd;
            this.peer = peer;
        }

        @Override
        public InetAddress peer() {
            return peer;
        }

        @Override
        public void wish(Connection connection, boolean reads, boolean writes) throws IOException {
            int next = (reads ? Posix.EPOLLIN : 0) | (writes ? Posix.EPOLLOUT : 0);
            if (next == wish) return;
            this.connection = connection;
            // A broken socket is told of whatever was wished for, so who wishes nothing must not be asked about.
            int how =
                    wish == NOTHING ? Posix.EPOLL_CTL_ADD : next == NOTHING ? Posix.EPOLL_CTL_DEL : Posix.EPOLL_CTL_MOD;
            control(how, fd, next);
            place(fd, next == NOTHING ? null : this);
            wish = next;
        }

        /** A broken socket is ready for everything: reading or writing then says what is wrong. */
        private void tell(int what, Events into) {
            int ready = (what & (Posix.EPOLLERR | Posix.EPOLLHUP)) != 0 ? wish : what & wish;
            if (connection != null && ready != 0)
                into.ready(connection, (ready & Posix.EPOLLIN) != 0, (ready & Posix.EPOLLOUT) != 0);
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!into.hasRemaining()) return 0;
            long count;
            try {
                count = (long)
                        Posix.RECV.invokeExact(state, fd, MemorySegment.ofBuffer(into), (long) into.remaining(), 0);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
            if (count > 0) into.position(into.position() + (int) count);
            if (count >= 0) return count == 0 ? -1 : (int) count;
            return none("recv");
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            long count;
            try {
                count = (long)
                        Posix.SEND.invokeExact(state, fd, MemorySegment.ofBuffer(from), (long) from.remaining(), how);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
            if (count < 0) return none("send");
            from.position(from.position() + (int) count);
            return (int) count;
        }

        @Override
        public void farewell() {
            how = Posix.MSG_NOSIGNAL | Posix.MSG_MORE;
        }

        private int none(String call) throws IOException {
            int errno = Posix.errno(state);
            if (errno == Posix.EAGAIN || errno == Posix.EINTR) return 0;
            throw Posix.failed(call, state);
        }

        @Override
        public void shutdownOutput() throws IOException {
            int result;
            try {
                result = (int) Posix.SHUTDOWN.invokeExact(state, fd, Posix.SHUT_WR);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
            if (result < 0) throw Posix.failed("shutdown", state);
        }

        @Override
        public void close() {
            if (gone) return;
            gone = true;
            if (wish != NOTHING) place(fd, null);
            shut(fd);
        }
    }
}
