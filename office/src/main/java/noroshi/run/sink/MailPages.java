package noroshi.run.sink;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * The mails in a browser: {@code /} lists them, {@code /mails/N} shows one, {@code /mails/N/html} its HTML part (framed and
 * sandboxed), {@code /mails/N/raw} its source. {@code /api/messages?to=ADDRESS} gives all of it as JSON, newest first;
 * {@code /api/envelopes?to=ADDRESS} the same without what is in them.
 */
final class MailPages implements AutoCloseable {

    private static final int LIST_COUNT_MAX = 500;
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src 'self'; form-action 'self'";

    private final MailStore mails;
    private final HttpServer server;

    MailPages(MailStore mails) {
        this.mails = mails;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the mail pages", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getPath();
            var to = parameter(exchange, "to");
            if (!exchange.getRequestMethod().equals("GET")) send(exchange, 405, "text/plain", "GET only\n");
            else if (path.equals("/"))
                send(exchange, 200, "text/html", MailHtml.list(mails.list(to, LIST_COUNT_MAX), mails.count(), to));
            else if (path.equals("/health")) send(exchange, 200, "application/json", "{\"status\":\"ok\"}\n");
            else if (path.equals("/api/messages"))
                send(exchange, 200, "application/json", MailJson.list(mails, to, LIST_COUNT_MAX));
            else if (path.equals("/api/envelopes"))
                send(exchange, 200, "application/json", MailJson.envelopes(mails, to, LIST_COUNT_MAX));
            else one(exchange, path.split("/", -1));
        }
    }

    /** /mails/N, /mails/N/html, /mails/N/raw, /api/messages/N */
    private void one(HttpExchange exchange, String[] path) throws IOException {
        var number =
                path.length == 3 || path.length == 4 ? path[path.length == 4 && path[1].equals("api") ? 3 : 2] : "";
        var mail = number.matches("\\d{1,15}") ? mails.find(Long.parseLong(number)) : Optional.<Mail>empty();
        if (mail.isEmpty()) {
            send(exchange, 404, "text/plain", "No such mail.\n");
            return;
        }
        var view = path[1].equals("api") ? "json" : path.length == 4 ? path[3] : "";
        switch (view) {
            case "json" -> send(exchange, 200, "application/json", MailJson.one(mail.get()));
            case "html" -> {
                // The sender's markup gets an origin of its own and runs nothing.
                exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-popups; " + POLICY);
                send(exchange, 200, "text/html", mail.get().html());
            }
            case "raw" -> send(exchange, 200, "text/plain", mail.get().raw());
            default -> send(exchange, 200, "text/html", MailHtml.one(mail.get()));
        }
    }

    private static String parameter(HttpExchange exchange, String name) {
        var query = exchange.getRequestURI().getRawQuery();
        if (query == null) return "";
        return Arrays.stream(query.split("&"))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        send(exchange, status, type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", type + "; charset=utf-8");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
        if (!headers.containsKey("Content-Security-Policy")) headers.set("Content-Security-Policy", POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
