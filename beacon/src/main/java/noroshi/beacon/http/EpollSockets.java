package noroshi.beacon.http;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;

/** Linux asked directly: a connection for one request costs four system calls instead of the JDK's ten. */
final class EpollSockets implements Sockets {

    /** struct sockaddr_in6: family, port, flow, address, scope. */
    static final int ADDRESS_BYTES = 28;

    private static final int PORT_AT = 2;
    private static final int IP_AT = 8;
    private static final int IP_BYTES = 16;

    static boolean isAvailable() {
        var arch = System.getProperty("os.arch", "");
        if (!System.getProperty("os.name", "").equals("Linux") || !(arch.equals("amd64") || arch.equals("aarch64")))
            return false;
        try (var probe = new EpollSockets().open(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false)) {
            return probe.address().getPort() > 0;
        } catch (IOException | RuntimeException | LinkageError notHere) {
            // IPv6 switched off, native access forbidden, a sandbox: the JDK's sockets do it too.
            return false;
        }
    }

    static final class EpollDoor implements Door {

        final int fd;
        private final InetSocketAddress address;
        private boolean closed;

        EpollDoor(int fd, InetSocketAddress address) {
            this.fd = fd;
            this.address = address;
        }

        @Override
        public InetSocketAddress address() {
            return address;
        }

        @Override
        public synchronized void close() {
            if (closed) return;
            closed = true;
            try (var arena = Arena.ofConfined()) {
                int unused = (int) Posix.CLOSE.invokeExact(arena.allocate(Posix.STATE), fd);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
        }
    }

    @Override
    public Door open(InetSocketAddress at, boolean shared) throws IOException {
        try (var arena = Arena.ofConfined()) {
            var state = arena.allocate(Posix.STATE);
            int fd;
            try {
                fd = (int) Posix.SOCKET.invokeExact(state, Posix.AF_INET6, Posix.SOCK_STREAM_NONBLOCK_CLOEXEC, 0);
            } catch (Throwable t) {
                throw Posix.impossible(t);
            }
            if (fd < 0) throw Posix.failed("socket", state);
            try {
                return bound(fd, at, shared, arena, state);
            } catch (IOException e) {
                new EpollDoor(fd, at).close();
                throw e;
            }
        }
    }

    private static Door bound(int fd, InetSocketAddress at, boolean shared, Arena arena, MemorySegment state)
            throws IOException {
        // IPv4 comes in as mapped addresses, as with the JDK's sockets. What accept returns inherits TCP_NODELAY.
        option(fd, Posix.IPPROTO_IPV6, Posix.IPV6_V6ONLY, 0, arena, state);
        option(fd, Posix.SOL_SOCKET, Posix.SO_REUSEADDR, 1, arena, state);
        option(fd, Posix.IPPROTO_TCP, Posix.TCP_NODELAY, 1, arena, state);
        if (shared) option(fd, Posix.SOL_SOCKET, Posix.SO_REUSEPORT, 1, arena, state);
        var address = arena.allocate(ADDRESS_BYTES, 8);
        address.set(JAVA_SHORT, 0, (short) Posix.AF_INET6);
        address.set(JAVA_BYTE, PORT_AT, (byte) (at.getPort() >> 8));
        address.set(JAVA_BYTE, PORT_AT + 1, (byte) at.getPort());
        MemorySegment.copy(mapped(at.getAddress()), 0, address, JAVA_BYTE, IP_AT, IP_BYTES);
        var length = arena.allocate(JAVA_INT);
        length.set(JAVA_INT, 0, ADDRESS_BYTES);
        try {
            if ((int) Posix.BIND.invokeExact(state, fd, address, ADDRESS_BYTES) < 0) throw Posix.failed("bind", state);
            if ((int) Posix.LISTEN.invokeExact(state, fd, BACKLOG) < 0) throw Posix.failed("listen", state);
            if ((int) Posix.GETSOCKNAME.invokeExact(state, fd, address, length) < 0)
                throw Posix.failed("getsockname", state);
        } catch (IOException e) {
            throw e;
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        int port = (address.get(JAVA_BYTE, PORT_AT) & 0xFF) << 8 | address.get(JAVA_BYTE, PORT_AT + 1) & 0xFF;
        return new EpollDoor(fd, new InetSocketAddress(at.getAddress(), port));
    }

    private static void option(int fd, int level, int name, int value, Arena arena, MemorySegment state)
            throws IOException {
        var at = arena.allocateFrom(JAVA_INT, value);
        MethodHandle call = Posix.SETSOCKOPT;
        int result;
        try {
            result = (int) call.invokeExact(state, fd, level, name, at, 4);
        } catch (Throwable t) {
            throw Posix.impossible(t);
        }
        if (result < 0) throw Posix.failed("setsockopt", state);
    }

    private static byte[] mapped(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IP_BYTES) return bytes;
        var mapped = new byte[IP_BYTES];
        if (address.isAnyLocalAddress()) return mapped;
        Arrays.fill(mapped, 10, 12, (byte) 0xFF);
        System.arraycopy(bytes, 0, mapped, 12, 4);
        return mapped;
    }

    /** The address in a sockaddr_in6; a mapped one becomes IPv4 again. */
    static InetAddress address(MemorySegment from) throws IOException {
        var bytes = new byte[IP_BYTES];
        MemorySegment.copy(from, JAVA_BYTE, IP_AT, bytes, 0, IP_BYTES);
        return InetAddress.getByAddress(bytes);
    }

    @Override
    public boolean isSpread() {
        return true;
    }

    @Override
    public Poller poller() throws IOException {
        return new EpollPoller();
    }

    @Override
    public String name() {
        return "epoll";
    }
}
