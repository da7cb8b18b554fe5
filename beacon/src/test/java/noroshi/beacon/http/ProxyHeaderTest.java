package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

class ProxyHeaderTest {

    private static final String ASK = "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @Test
    void bothVersionsNameTheReaderHoweverTheyAreCut() throws IOException {
        for (var header : List.of(
                ascii("PROXY TCP4 192.0.2.7 192.0.2.1 4711 443\r\n"),
                second(1, new byte[] {(byte) 192, 0, 2, 7, (byte) 192, 0, 2, 1, 1, 2, 1, (byte) 187}, 9))) {
            for (int cut = 0; cut < header.length; cut++)
                assertThat(ProxyHeader.read(Arrays.copyOf(header, cut))).isNull();
            var read = ProxyHeader.read(Arrays.copyOf(header, header.length + 20));
            assertThat(read).isEqualTo(new ProxyHeader(header.length, InetAddress.ofLiteral("192.0.2.7")));
        }
    }

    @Test
    void aFrontServerMaySpeakForItself() throws IOException {
        assertThat(ProxyHeader.read(ascii("PROXY UNKNOWN\r\n"))).isEqualTo(new ProxyHeader(15, null));
        assertThat(ProxyHeader.read(second(0, new byte[0], 0))).isEqualTo(new ProxyHeader(16, null));
    }

    @Test
    void whatIsNoHeaderIsRefused() {
        for (var bytes : List.of(
                "GET / HTTP/1.1\r\n",
                "PROXY TCP4 192.0.2.7\r\n",
                "PROXY TCP4 a.example 192.0.2.1 1 2\r\n",
                "PROXY " + "x".repeat(200)))
            assertThatThrownBy(() -> ProxyHeader.read(ascii(bytes))).as(bytes).isInstanceOf(IOException.class);
    }

    @Test
    void theReaderIsCountedAndNobodyElseMayName() throws IOException {
        var told = new ConcurrentLinkedQueue<String>();
        var trusted = TrustedFronts.of(List.of("127.0.0.0/8", "::1/128"));
        try (var transport = serve(new Fronts(trusted, Fronts.Telling.PROXY), told)) {
            assertThat(ask(transport, "PROXY TCP4 192.0.2.7 192.0.2.1 4711 443\r\n" + ASK))
                    .startsWith("HTTP/1.1 200");
            assertThat(ask(transport, ASK)).isEmpty();
            assertThat(told).containsExactly(AddressBlock.of(InetAddress.ofLiteral("192.0.2.7")) + " false");
        }
        told.clear();
        try (var transport = serve(Fronts.NONE, told)) {
            assertThat(ask(transport, "PROXY TCP4 192.0.2.7 192.0.2.1 4711 443\r\n" + ASK))
                    .startsWith("HTTP/1.1 400");
            assertThat(told).isEmpty();
        }
    }

    private static NioTransport serve(Fronts fronts, ConcurrentLinkedQueue<String> told) throws IOException {
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var answer = Answer.status(200, "OK").text("page");
        return NioTransport.start(NioTransport.Setting.of("test", loopback, 1).with(fronts), request -> {
            told.add(request.from() + " " + request.isFromFront());
            return answer;
        });
    }

    private static String ask(NioTransport transport, String bytes) throws IOException {
        try (var socket =
                new Socket(transport.address().getAddress(), transport.address().getPort())) {
            socket.setSoTimeout(10_000);
            Served.send(socket, bytes);
            return Served.rest(socket);
        } catch (java.net.SocketException reset) {
            return "";
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] second(int command, byte[] addresses, int more) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {'\r', '\n', '\r', '\n', 0, '\r', '\n', 'Q', 'U', 'I', 'T', '\n'});
        out.write(0x20 | command);
        out.write(addresses.length == 0 ? 0 : 0x11);
        out.write(0);
        out.write(addresses.length + more);
        out.writeBytes(addresses);
        out.writeBytes(new byte[more]);
        return out.toByteArray();
    }
}
