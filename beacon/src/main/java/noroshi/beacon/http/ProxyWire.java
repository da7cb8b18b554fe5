package noroshi.beacon.http;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Takes the PROXY header off the front of a connection and tells whom it names; all else passes through. */
final class ProxyWire implements Wire {

    /** Who is told of the reader behind the front server. */
    interface Told {
        void told(InetAddress reader) throws IOException;
    }

    private static final byte[] NOTHING = {};

    private final Wire inner;
    private final Told told;
    private boolean done;
    private byte[] begun = NOTHING;

    ProxyWire(Wire inner, Told told) {
        this.inner = inner;
        this.told = told;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (done) return inner.read(into);
        int start = into.position();
        into.put(begun);
        int count = inner.read(into);
        var all = new byte[into.position() - start];
        into.get(start, all);
        into.position(start);
        var header = ProxyHeader.read(all);
        if (header == null) {
            begun = all;
            return count < 0 ? -1 : 0;
        }
        done = true;
        begun = NOTHING;
        tell(header.reader());
        into.put(all, header.bytes(), all.length - header.bytes());
        int rest = into.position() - start;
        return rest == 0 && count < 0 ? -1 : rest;
    }

    private void tell(@Nullable InetAddress reader) throws IOException {
        if (reader != null) told.told(reader);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        return inner.write(from);
    }

    @Override
    public void farewell() {
        inner.farewell();
    }

    @Override
    public void shutdownOutput() throws IOException {
        inner.shutdownOutput();
    }
}
