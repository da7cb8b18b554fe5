package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other sites, played by a server in this process. */
class OutsideTest {

    private static final Instant START = Instant.parse("2026-03-11T05:46:00Z");

    private HttpServer server;
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            asked.add(exchange.getRequestMethod() + " " + path);
            var location =
                    switch (path) {
                        case "/moved" -> "/here";
                        case "/for-now" -> "/here";
                        case "/circle" -> "/circle";
                        case "/to-gone" -> "/gone";
                        case "/to-router" -> "http://router.test:" + port() + "/";
                        default -> "";
                    };
            if (!location.isEmpty()) exchange.getResponseHeaders().add("Location", location);
            int status =
                    switch (path) {
                        case "/moved", "/circle", "/to-gone", "/to-router" -> 301;
                        case "/for-now" -> 302;
                        case "/gone" -> 410;
                        case "/broken" -> 503;
                        case "/secret" -> 403;
                        case "/no-head" -> exchange.getRequestMethod().equals("HEAD") ? 405 : 200;
                        default -> 200;
                    };
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    /** site.test is this process; router.test a private address, as an office's own router has. */
    private static InetAddress[] names(String host) throws UnknownHostException {
        return switch (host) {
            case "site.test" -> new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
            case "router.test" -> new InetAddress[] {InetAddress.getByAddress(host, new byte[] {10, 0, 0, 1})};
            default -> throw new UnknownHostException(host);
        };
    }

    private HostAnswer ask(String address) {
        var asker = new OutsideAsker(OutsideTest::names, InetAddress::isLoopbackAddress, port -> true, 3_000);
        return asker.ask(address);
    }

    private HostAnswer askSite(String path) {
        return ask("http://site.test:" + port() + path);
    }

    @Test
    void aPageThatIsThereIsAskedForItsHeadOnly() {
        assertThat(askSite("/here")).isEqualTo(new HostAnswer.Answered(200, ""));
        assertThat(asked).containsExactly("HEAD /here");
    }

    @Test
    void aServerThatRefusesHeadIsAskedAsAReaderWould() {
        assertThat(askSite("/no-head")).isEqualTo(new HostAnswer.Answered(200, ""));
        assertThat(asked).containsExactly("HEAD /no-head", "GET /no-head");
    }

    @Test
    void aPermanentMoveTellsTheNewAddressAndATemporaryOneDoesNot() {
        assertThat(askSite("/moved")).isEqualTo(new HostAnswer.Answered(200, "http://site.test:" + port() + "/here"));
        assertThat(askSite("/for-now")).isEqualTo(new HostAnswer.Answered(200, ""));
    }

    @Test
    void redirectsEndSomewhere() {
        assertThat(askSite("/circle")).isInstanceOf(HostAnswer.Silent.class);
        assertThat(asked).hasSize(OutsideAsker.REDIRECTS_MAX + 1);
    }

    @Test
    void aHandshakeThatDripsIsCutOff() throws IOException {
        try (var dripping = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> drip(dripping));
            var asker = new OutsideAsker(OutsideTest::names, InetAddress::isLoopbackAddress, port -> true, 300);

            assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(
                            asker.ask("https://site.test:%d/".formatted(dripping.getLocalPort())))
                    .isInstanceOf(HostAnswer.Silent.class));
        }
    }

    /** The head of a record of 16 KB, then byte after byte of it, each well in time. */
    private static void drip(ServerSocket dripping) {
        try (var socket = dripping.accept()) {
            var out = socket.getOutputStream();
            out.write(new byte[] {0x16, 3, 3, 0x40, 0});
            while (true) {
                out.write(0);
                out.flush();
                LockSupport.parkNanos(20_000_000);
            }
        } catch (IOException cutOff) {
            // As it should be.
        }
    }

    @Test
    void nobodyLeadsTheOfficeIntoItsOwnNetwork() {
        assertThat(ask("http://router.test:" + port() + "/")).isInstanceOf(HostAnswer.Silent.class);
        assertThat(askSite("/to-router")).isInstanceOf(HostAnswer.Silent.class);
        assertThat(asked).containsExactly("HEAD /to-router");
        assertThat(ask("ftp://site.test/")).isInstanceOf(HostAnswer.NotAsked.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001:0:1::1",
                "2001:db8::1"
            })
    void anAddressThatIsNotPublicIsNeverAsked(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.112.1", "8.8.8.8", "172.32.0.1", "2606:2800:220:1::1", "2001:200::1"})
    void aPublicAddressIs(String address) throws UnknownHostException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aServerThatSaysNothingIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asker = new OutsideAsker(OutsideTest::names, InetAddress::isLoopbackAddress, port -> true, 200);
            assertThat(asker.ask("http://site.test:" + silent.getLocalPort() + "/"))
                    .isInstanceOf(HostAnswer.Silent.class);
        }
    }

    @Test
    void aNightAwayIsNotBrokenAndThreeDaysAre() {
        var silent = new HostAnswer.Silent("サーバーにつながりません。");
        var good = OutsideState.fresh(START).after(new HostAnswer.Answered(200, ""), START);
        assertThat(good.state()).isEqualTo("ok");

        var first = good.after(silent, START.plus(Duration.ofDays(14)));
        var second = first.after(silent, first.dueAt());
        assertThat(second.state()).isEqualTo("ok");
        assertThat(second.after(new HostAnswer.Answered(200, ""), second.dueAt())
                        .failures())
                .isZero();

        var third = second.after(silent, second.dueAt());
        assertThat(third.state()).isEqualTo("ok");
        var fourth = third.after(silent, third.dueAt());
        assertThat(fourth.state()).isEqualTo("unreachable");
        assertThat(fourth.since()).isEqualTo(START.plus(Duration.ofDays(14)));
        assertThat(fourth.after(new HostAnswer.Answered(404, ""), fourth.dueAt())
                        .state())
                .isEqualTo("gone");
    }

    @Test
    void aSiteThatOnlyTurnsMachinesAwayIsThere() {
        assertThat(OutsideState.fresh(START).after(askSite("/secret"), START).state())
                .isEqualTo("ok");
        assertThat(OutsideState.fresh(START).after(askSite("/broken"), START).failures())
                .isEqualTo(1);
    }

    @Test
    void aMovedPageThatIsGoneIsGone() {
        assertThat(askSite("/to-gone")).isEqualTo(new HostAnswer.Answered(410, "http://site.test:" + port() + "/gone"));
        var state = OutsideState.fresh(START).after(askSite("/to-gone"), START);
        assertThat(state.failures()).isEqualTo(1);
        assertThat(state.movedTo()).isEmpty();
    }
}
