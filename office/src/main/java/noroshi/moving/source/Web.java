package noroshi.moving.source;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one host for its pages. Only http and https, and never an address of a private network, of this machine or of a cloud's own services
 * unless the configuration names the host: else an officer could read through us what only this server may see.
 */
public final class Web implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration ANSWER = Duration.ofSeconds(30);
    private static final Duration WHOLE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final Set<String> privateHosts;
    private final Resolver resolver;

    /** How a name becomes addresses. */
    interface Resolver {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    /** @param privateHosts {@code host} or {@code host:port} that may be private all the same */
    public Web(Set<String> privateHosts) {
        this(privateHosts, InetAddress::getAllByName);
    }

    Web(Set<String> privateHosts, Resolver resolver) {
        this.privateHosts = Set.copyOf(privateHosts);
        this.resolver = resolver;
    }

    /** What a host said. */
    public sealed interface Said {
        record Content(byte[] bytes, String type, @Nullable Instant modified) implements Said {}

        record Elsewhere(String location) implements Said {}

        /** @param reason Japanese; @param again whether a later try may help */
        record Nothing(String reason, boolean again) implements Said {}
    }

    public Said get(URI address) {
        var forbidden = forbidden(address);
        if (forbidden != null) return new Said.Nothing(forbidden, false);
        var request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .header("User-Agent", "noroshi-moving/1 (site migration on behalf of its owner)")
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .GET()
                .build();
        // Its own time limit: the request's ends with the header, and a body may drip for ever.
        var asked = client.sendAsync(
                request,
                HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), Limits.FILE_BYTES_MAX));
        try {
            var said = said(asked.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS));
            // The client looked the name up by itself, and what it found is remembered for a while: a name that led
            // inside meanwhile tells nothing.
            var meanwhile = forbidden(address);
            return meanwhile == null ? said : new Said.Nothing(meanwhile, false);
        } catch (ExecutionException e) {
            return new Said.Nothing("サーバーが応答しないか、%,dバイトを超えるファイルです".formatted(Limits.FILE_BYTES_MAX), true);
        } catch (TimeoutException e) {
            asked.cancel(true);
            return new Said.Nothing("%d秒以内に読み終わりません".formatted(WHOLE.toSeconds()), true);
        } catch (InterruptedException e) {
            asked.cancel(true);
            Thread.currentThread().interrupt();
            return new Said.Nothing("中断されました", true);
        }
    }

    private static Said said(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status >= 300 && status < 400)
            return answer.headers()
                    .firstValue("location")
                    .<Said>map(Said.Elsewhere::new)
                    .orElseGet(() -> new Said.Nothing("転送先のない転送（%d）".formatted(status), false));
        if (status != 200) return new Said.Nothing("サーバーの答え %d".formatted(status), status >= 500 || status == 429);
        return new Said.Content(
                answer.body(), answer.headers().firstValue("content-type").orElse(""), modified(answer));
    }

    private static @Nullable Instant modified(HttpResponse<?> answer) {
        try {
            return answer.headers()
                    .firstValue("last-modified")
                    .map(text -> Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)))
                    .orElse(null);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** Why this address may not be asked; null: it may. */
    public @Nullable String forbidden(URI address) {
        var scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) return "http か https の番地だけを集められます";
        var host = address.getHost();
        if (host == null || address.getUserInfo() != null) return "番地が正しくありません";
        if (privateHosts.contains(host) || privateHosts.contains(host + ":" + address.getPort())) return null;
        try {
            for (var one : List.of(resolver.addresses(host)))
                if (isPrivate(one))
                    return "組織の中の番地（%s）は集められません。必要なら設定 noroshi.moving.private-hosts に加えてください".formatted(host);
            return null;
        } catch (UnknownHostException e) {
            return "ホスト %s が見つかりません".formatted(host);
        }
    }

    /** Everything that is not a place of the open internet. */
    static boolean isPrivate(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) return true;
        var bytes = address.getAddress();
        if (address instanceof Inet4Address) return isPrivate4(bytes, 0);
        if (!(address instanceof Inet6Address)) return true;
        int first = bytes[0] & 0xFF;
        if ((first & 0xFE) == 0xFC) return true; // RFC 4193 unique local
        boolean zeros = true;
        for (int i = 0; i < 10; i++) zeros &= bytes[i] == 0;
        if (zeros) return true; // IPv4 in disguise, and the unspecified
        if (first == 0x20 && bytes[1] == 2) return isPrivate4(bytes, 2); // 6to4
        boolean nat64 = first == 0 && bytes[1] == 0x64 && (bytes[2] & 0xFF) == 0xFF && (bytes[3] & 0xFF) == 0x9B;
        return nat64 || first == 0x20 && bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 0; // NAT64, Teredo
    }

    private static boolean isPrivate4(byte[] bytes, int at) {
        int a = bytes[at] & 0xFF;
        int b = bytes[at + 1] & 0xFF;
        int c = bytes[at + 2] & 0xFF;
        return a == 0
                || a == 10
                || a == 127
                || a >= 224
                || a == 100 && b >= 64 && b < 128 // RFC 6598 carriers
                || a == 169 && b == 254
                || a == 172 && b >= 16 && b < 32
                || a == 192 && b == 168
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113;
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
