package noroshi.snapshot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Channels;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The smallest HTTP layer over an {@link Exchange}; it can break the line after some requests. */
final class ExchangeServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Exchange exchange;
    private volatile Message.@Nullable Thing more;
    private int answersLeft = Integer.MAX_VALUE;

    ExchangeServer(Mirror mirror) throws IOException {
        exchange = new Exchange(mirror);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void breakAfter(int answers) {
        answersLeft = answers;
    }

    /** From now on this comes with whatever is asked for. */
    void addToObjects(Message.Thing thing) {
        more = thing;
    }

    private Response objects(byte[] request) {
        Message.Thing thing = more;
        if (thing == null) {
            return exchange.objects(request);
        }
        var wire = new Wire();
        exchange.objects(request).body().stream().skip(1).forEach(part -> wire.segment(MemorySegment.ofBuffer(part)));
        int count = Message.readObjectsRequest(request).size();
        return Response.of(
                200,
                new Wire()
                        .bytes(Message.objectsAnswerHead(count + 1))
                        .bytes(wire.toBytes())
                        .bytes(Message.thingHead(thing))
                        .segment(thing.payload())
                        .toBytes());
    }

    private void handle(HttpExchange http) throws IOException {
        byte[] request = http.getRequestBody().readAllBytes();
        Response response =
                switch (http.getRequestURI().getPath()) {
                    case Exchange.ROOT_PATH ->
                        exchange.root(
                                Long.parseLong(http.getRequestURI().getQuery().replaceAll(".*after=([0-9]+).*", "$1")));
                    case Exchange.OBJECTS_PATH -> objects(request);
                    case Exchange.PUSH_PATH ->
                        "Bearer secret".equals(http.getRequestHeaders().getFirst("Authorization"))
                                ? exchange.push(request)
                                : Response.text(401, "Which secret?");
                    default -> Response.empty(404);
                };
        if (answersLeft-- > 0) {
            http.sendResponseHeaders(response.status(), response.bytes() == 0 ? -1 : response.bytes());
            try (var out = Channels.newChannel(http.getResponseBody())) {
                for (var buffer : response.body()) {
                    out.write(buffer.duplicate());
                }
            }
        }
        http.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
