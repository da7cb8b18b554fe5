package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** The JDK's channels and selectors. */
final class NioSockets implements Sockets {

    private record NioDoor(ServerSocketChannel channel) implements Door {
        @Override
        public InetSocketAddress address() throws IOException {
            return (InetSocketAddress) channel.getLocalAddress();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Override
    public Door open(InetSocketAddress at, boolean shared) throws IOException {
        var channel = ServerSocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            if (shared) channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
            channel.bind(at, BACKLOG);
            channel.configureBlocking(false);
            return new NioDoor(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    @Override
    public boolean isSpread() {
        return System.getProperty("os.name", "").equals("Linux");
    }

    @Override
    public Poller poller() throws IOException {
        return new NioPoller(Selector.open());
    }

    @Override
    public String name() {
        return "NIO";
    }

    private record NioPoller(Selector selector) implements Poller {

        @Override
        public void watch(Listener listener) throws IOException {
            ((NioDoor) listener.door()).channel.register(selector, SelectionKey.OP_ACCEPT, listener);
        }

        @Override
        public void poll(int ms, Events events) throws IOException {
            selector.select(
                    key -> {
                        if (key.attachment() instanceof Listener listener) events.knocked(listener);
                        else if (key.isValid())
                            events.ready((Connection) key.attachment(), key.isReadable(), key.isWritable());
                    },
                    ms);
        }

        @Override
        public @Nullable Line accept(Listener listener) throws IOException {
            var channel = ((NioDoor) listener.door()).channel.accept();
            if (channel == null) return null;
            channel.configureBlocking(false);
            return new NioLine(selector, channel);
        }

        @Override
        public void wakeup() {
            selector.wakeup();
        }

        @Override
        public void close() throws IOException {
            selector.close();
        }
    }

    private static final class NioLine implements Line {

        private final Selector selector;
        private final SocketChannel channel;
        private @Nullable SelectionKey key;

        NioLine(Selector selector, SocketChannel channel) {
            this.selector = selector;
            this.channel = channel;
        }

        @Override
        public InetAddress peer() throws IOException {
            if (channel.getRemoteAddress() instanceof InetSocketAddress address) return address.getAddress();
            throw new IOException("gone before it was welcomed");
        }

        @Override
        public void wish(Connection connection, boolean reads, boolean writes) throws IOException {
            int wish = (reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0);
            if (key == null) {
                // Without it, the rest of an answer that did not fit into one write would wait for the client's delayed
                // ACK.
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                key = channel.register(selector, wish, connection);
            } else if (key.interestOps() != wish) {
                key.interestOps(wish);
            }
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            return channel.read(into);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            return channel.write(from);
        }

        @Override
        public void shutdownOutput() throws IOException {
            channel.shutdownOutput();
        }

        @Override
        public void close() {
            if (key != null) key.cancel();
            try {
                channel.close();
            } catch (IOException gone) {
                // Closed is closed.
            }
        }
    }
}
