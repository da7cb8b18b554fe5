package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pipelined requests that wait for room, on a line that takes its bytes at awkward moments. */
class HeldRequestsTest {

    private static final int REQUESTS = 60;

    @Test
    void areAnsweredAlsoWhenTheSocketMakesRoomWithinTheSameTurn() throws Exception {
        for (int fullWrites = 1; fullWrites < 6; fullWrites++) {
            var line = new MoodyLine("GET / HTTP/1.1\r\nHost: h\r\n\r\n".repeat(REQUESTS), fullWrites);
            var connection =
                    new Connection(loop(), line, new Listener(new Door(), null), AddressBlock.of(loopback()), false);
            connection.readable();
            for (int turn = 0; turn < 100 && line.writes; turn++) connection.ready(false, true);
            assertThat(line.said.toString().split("HTTP/1.1 200", -1))
                    .as("%d writes taken before one that is not", fullWrites)
                    .hasSize(REQUESTS + 1);
            connection.close();
        }
    }

    private static EventLoop loop() throws Exception {
        var limits = Limits.standard();
        return new EventLoop(
                0,
                new Nobody(),
                new ArrayList<>(),
                Fronts.NONE,
                limits,
                1,
                request -> Answer.status(200, "OK").text("fine"),
                new Traffic(),
                new ConnectionCount(limits),
                InstantSource.system(),
                System::nanoTime);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    /** Takes some writes whole, the next not at all, and then again. */
    private static final class MoodyLine implements Line {

        private final ByteBuffer in;
        private final StringBuilder said = new StringBuilder();
        private final int fullWrites;
        private int count;
        private boolean writes;

        MoodyLine(String in, int fullWrites) {
            this.in = ByteBuffer.wrap(in.getBytes(StandardCharsets.US_ASCII));
            this.fullWrites = fullWrites;
        }

        @Override
        public InetAddress peer() {
            return loopback();
        }

        @Override
        public void wish(Connection connection, boolean reads, boolean writes) {
            this.writes = writes;
        }

        @Override
        public int read(ByteBuffer into) {
            int all = in.remaining();
            into.put(in);
            return all;
        }

        @Override
        public int write(ByteBuffer from) {
            if (count++ % (fullWrites + 1) == fullWrites) return 0;
            int all = from.remaining();
            said.append(StandardCharsets.UTF_8.decode(from));
            return all;
        }

        @Override
        public void shutdownOutput() {}

        @Override
        public void close() {}
    }

    private static final class Door implements Sockets.Door {
        @Override
        public InetSocketAddress address() {
            return new InetSocketAddress(loopback(), 1);
        }

        @Override
        public void close() {}
    }

    private static final class Nobody implements Poller {
        @Override
        public void watch(Listener listener) {}

        @Override
        public void poll(int ms, Events events) {}

        @Override
        public @Nullable Line accept(Listener listener) {
            return null;
        }

        @Override
        public void wakeup() {}

        @Override
        public void close() {}
    }
}
