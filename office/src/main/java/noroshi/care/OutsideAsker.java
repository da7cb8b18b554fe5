package noroshi.care;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks other sites whether a page is there. Reads the head of an answer and never its body.
 *
 * <p>The connection goes to the very address that was found to be public, so that a name which answers differently the second time leads nowhere
 * else; each redirect is judged anew.
 */
final class OutsideAsker {

    static final int REDIRECTS_MAX = 5;
    static final int HEAD_BYTES_MAX = 16 * 1024;
    private static final String AGENT = "NoroshiLinkCheck/1.0";

    /** How a name becomes addresses. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    private final Resolver resolver;
    private final Predicate<InetAddress> allowed;
    private final IntPredicate ports;
    private final int timeoutMs;

    /** @param allowed addresses that may be asked; @param ports that may be asked */
    OutsideAsker(Resolver resolver, Predicate<InetAddress> allowed, IntPredicate ports, int timeoutMs) {
        this.resolver = resolver;
        this.allowed = allowed;
        this.ports = ports;
        this.timeoutMs = timeoutMs;
    }

    static OutsideAsker ofTheInternet() {
        return new OutsideAsker(
                InetAddress::getAllByName, PublicAddresses::isPublic, port -> port == 80 || port == 443, 15_000);
    }

    private record Head(int status, String location) {
        boolean isRedirect() {
            return !location.isEmpty()
                    && (status == 301 || status == 302 || status == 303 || status == 307 || status == 308);
        }

        boolean isForGood() {
            return status == 301 || status == 308;
        }
    }

    HostAnswer ask(String address) {
        var at = address;
        boolean forGood = true;
        var movedTo = "";
        try {
            for (int hop = 0; hop <= REDIRECTS_MAX; hop++) {
                var uri = new URI(at).parseServerAuthority();
                var refused = refusal(uri);
                if (!refused.isEmpty()) return new HostAnswer.NotAsked(refused);
                var head = head(uri);
                if (!head.isRedirect()) return new HostAnswer.Answered(head.status(), movedTo);
                at = uri.resolve(new URI(head.location())).toString().replaceFirst("#.*$", "");
                forGood &= head.isForGood();
                if (forGood) movedTo = at;
            }
            return new HostAnswer.Silent("転送が%d回を超えて続きました。".formatted(REDIRECTS_MAX));
        } catch (UnknownHostException e) {
            return new HostAnswer.Silent("サーバーの名前が見つかりません。");
        } catch (SSLException e) {
            return new HostAnswer.Silent("サーバーの証明書を確かめられません。");
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new HostAnswer.Silent("アドレスの書き方が正しくありません。");
        } catch (IOException e) {
            return new HostAnswer.Silent("サーバーにつながりません。");
        }
    }

    private String refusal(URI uri) {
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) return "http でも https でもないアドレスです。";
        if (uri.getHost() == null || uri.getHost().isEmpty()) return "サーバーの名前がありません。";
        return ports.test(port(uri)) ? "" : "公開ページに使われないポート番号です。";
    }

    /** Some servers answer HEAD wrongly: what is not a success is asked again as a reader's browser would. */
    private Head head(URI uri) throws IOException {
        var head = exchange(uri, "HEAD");
        return head.status() < 400 ? head : exchange(uri, "GET");
    }

    private Head exchange(URI uri, String method) throws IOException {
        long end = System.nanoTime() + timeoutMs * 1_000_000L;
        try (var plain = new Socket()) {
            var guard = Thread.ofVirtual().start(() -> cutOff(plain));
            try {
                plain.setSoTimeout(timeoutMs);
                plain.connect(new InetSocketAddress(address(uri.getHost()), port(uri)), timeoutMs);
                return uri.getScheme().equalsIgnoreCase("http")
                        ? exchange(plain, uri, method, end)
                        : secured(plain, uri, method, end);
            } finally {
                guard.interrupt();
            }
        }
    }

    /** Each byte of a handshake may come within its time and the whole take days: nobody else's links would be followed. */
    private void cutOff(Socket socket) {
        try {
            Thread.sleep(2L * timeoutMs);
            socket.close();
        } catch (InterruptedException | IOException e) {
            // It ended by itself.
        }
    }

    private static Head secured(Socket plain, URI uri, String method, long end) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var secure = (SSLSocket) factory.createSocket(plain, uri.getHost(), port(uri), true)) {
            var parameters = secure.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secure.setSSLParameters(parameters);
            return exchange(secure, uri, method, end);
        }
    }

    private InetAddress address(String host) throws UnknownHostException {
        var bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        for (var address : resolver.addresses(bare)) if (allowed.test(address)) return address;
        throw new UnknownHostException(host);
    }

    private static Head exchange(Socket socket, URI uri, String method, long end) throws IOException {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var target = URI.create(path + query).toASCIIString();
        var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        socket.getOutputStream()
                .write(
                        "%s %s HTTP/1.1\r\nHost: %s%s\r\nUser-Agent: %s\r\nAccept: text/html,*/*\r\nConnection: close\r\n\r\n"
                                .formatted(method, target, uri.getHost(), port, AGENT)
                                .getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return parsed(headOf(new BufferedInputStream(socket.getInputStream(), HEAD_BYTES_MAX), end));
    }

    private static String headOf(InputStream in, long end) throws IOException {
        var head = new ByteArrayOutputStream();
        int newLines = 0;
        for (int b; newLines < 2 && (b = in.read()) >= 0; ) {
            if (System.nanoTime() > end) throw new IOException("too slow");
            if (head.size() >= HEAD_BYTES_MAX) break;
            head.write(b);
            if (b == '\n') newLines++;
            else if (b != '\r') newLines = 0;
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static Head parsed(String head) throws IOException {
        var lines = head.split("\r?\n");
        var first = lines[0].split(" ", 3);
        if (first.length < 2 || !first[0].startsWith("HTTP/1.") || !first[1].matches("[1-5][0-9][0-9]"))
            throw new IOException("not HTTP");
        var location = "";
        for (var line : lines)
            if (line.regionMatches(true, 0, "location:", 0, 9))
                location = line.substring(9).strip();
        return new Head(Integer.parseInt(first[1]), location);
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) return uri.getPort();
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
