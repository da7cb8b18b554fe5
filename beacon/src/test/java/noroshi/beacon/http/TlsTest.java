package noroshi.beacon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Random;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The encrypted port, with BoringSSL and with the JDK's own engine. */
class TlsTest {

    private static final String ASK = "GET /big HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final byte[] BIG = big();

    @TempDir
    Path folder;

    private SSLContext client;

    @BeforeEach
    void trustEverybody() throws Exception {
        client = SSLContext.getInstance("TLS");
        client.init(null, new TrustManager[] {new Everybody()}, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void answersOverBothVersionsAndKeepsTheConnection(String engine) throws Exception {
        try (var served = serve(engine)) {
            for (var version : new String[] {"TLSv1.3", "TLSv1.2"}) {
                try (var socket = connect(served, version)) {
                    for (int i = 0; i < 3; i++) {
                        send(socket, ASK);
                        assertThat(body(socket)).isEqualTo(BIG);
                    }
                    assertThat(socket.getSession().getProtocol()).isEqualTo(version);
                    assertThat(socket.getApplicationProtocol()).isEqualTo("http/1.1");
                    send(socket, "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
                    assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                            .startsWith("HTTP/1.1 200")
                            .endsWith("\r\n\r\nsmall");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void aReaderWhoComesBackResumes(String engine) throws Exception {
        try (var served = serve(engine)) {
            for (var version : new String[] {"TLSv1.3", "TLSv1.2"}) {
                long first;
                try (var socket = connect(served, version)) {
                    send(socket, ASK);
                    body(socket);
                    first = socket.getSession().getCreationTime();
                }
                // A session's age is told in milliseconds: a new one must be seen to be younger.
                long later = System.nanoTime() + 3_000_000;
                while (System.nanoTime() < later) Thread.onSpinWait();
                try (var socket = connect(served, version)) {
                    send(socket, ASK);
                    body(socket);
                    assertThat(socket.getSession().getCreationTime())
                            .as(version)
                            .isEqualTo(first);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void aNewCertificateIsUsedWithoutARestart(String engine) throws Exception {
        try (var served = serve(engine);
                var old = connect(served, "TLSv1.3")) {
            assertThat(name(old)).isEqualTo("CN=first.example");
            show("second");
            assertThat(served.tls.look()).isTrue();
            trustEverybody();
            try (var next = connect(served, "TLSv1.3")) {
                assertThat(name(next)).isEqualTo("CN=second.example");
            }
            send(old, ASK);
            assertThat(body(old)).isEqualTo(BIG);
            Files.writeString(folder.resolve("cert.pem"), "rubbish");
            assertThat(served.tls.look()).isFalse();
            try (var next = connect(served, "TLSv1.2")) {
                assertThat(name(next)).isEqualTo("CN=second.example");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void aKeyOfAnotherCertificateIsNotTaken(String engine) throws Exception {
        try (var served = serve(engine)) {
            try (var in = TlsTest.class.getResourceAsStream("second.cert.pem")) {
                Files.copy(
                        java.util.Objects.requireNonNull(in),
                        folder.resolve("cert.pem"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(folder.resolve("cert.pem"), FileTime.from(Instant.ofEpochSecond(1)));
            assertThat(served.tls.look()).isFalse();
            try (var next = connect(served, "TLSv1.3")) {
                assertThat(name(next)).isEqualTo("CN=first.example");
            }
            show("second");
            assertThat(served.tls.look()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void nobodyHandshakesTwiceOnOneConnection(String engine) throws Exception {
        try (var served = serve(engine);
                var socket = connect(served, "TLSv1.2")) {
            send(socket, ASK);
            assertThat(body(socket)).isEqualTo(BIG);
            assertThatThrownBy(() -> {
                        socket.startHandshake();
                        send(socket, ASK);
                        body(socket);
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void recordsMayComeByteByByte(String engine) throws Exception {
        try (var served = serve(engine);
                var relay = new SlowRelay(served.address());
                var socket = connect(relay.address(), "TLSv1.3")) {
            send(socket, ASK);
            assertThat(body(socket)).isEqualTo(BIG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void manySmallRecordsThatComeAtOnceAreAllRead(String engine) throws Exception {
        try (var served = serve(engine);
                var line = new HeldBack(served.address());
                var socket = (SSLSocket) client.getSocketFactory().createSocket(line, "a", 443, true)) {
            socket.setSoTimeout(10_000);
            socket.startHandshake();
            send(socket, ASK);
            assertThat(body(socket)).isEqualTo(BIG);
            line.holds = true;
            for (char c : ("GET /big HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(200) + "\r\n\r\n").toCharArray())
                send(socket, String.valueOf(c));
            line.letGo();
            assertThat(body(socket)).isEqualTo(BIG);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void plainHttpOnTheEncryptedPortEndsAtOnce(String engine) throws Exception {
        try (var served = serve(engine);
                var socket = new Socket(
                        served.address().getAddress(), served.address().getPort())) {
            socket.setSoTimeout(10_000);
            Served.send(socket, ASK);
            socket.getInputStream().readAllBytes();
            assertThat(served.transport.traffic().requests()).isZero();
        } catch (IOException reset) {
            assertThat(reset).hasMessageContaining("reset");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"boring", "jdk"})
    void aCertificateThatIsNoneIsToldBeforeTheStart(String engine) throws Exception {
        Files.writeString(folder.resolve("cert.pem"), "rubbish");
        Files.writeString(folder.resolve("key.pem"), "rubbish");
        System.setProperty("noroshi.tls", engine);
        assertThatThrownBy(() -> new TlsSource(folder.resolve("cert.pem"), folder.resolve("key.pem")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("PEM");
    }

    // ---- the port

    private record Encrypted(NioTransport transport, TlsSource tls) implements AutoCloseable {

        InetSocketAddress address() {
            return java.util.Objects.requireNonNull(transport.tlsAddress());
        }

        @Override
        public void close() {
            transport.close();
        }
    }

    private Encrypted serve(String engine) throws IOException {
        show("first");
        System.setProperty("noroshi.tls", engine);
        var tls = new TlsSource(folder.resolve("cert.pem"), folder.resolve("key.pem"));
        assertThat(tls.engines().name()).isEqualTo(engine.equals("jdk") ? "JDK" : "BoringSSL");
        var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        var big = Answer.status(200, "OK").bytes(BIG);
        var small = Answer.status(200, "OK").text("small");
        return new Encrypted(
                NioTransport.start(
                        NioTransport.Setting.of("test", loopback, 2).with(new NioTransport.Secure(loopback, tls)),
                        request -> request.target().equals("/big") ? big : small),
                tls);
    }

    private void show(String name) throws IOException {
        for (var kind : new String[] {"cert", "key"}) {
            var file = folder.resolve(kind + ".pem");
            try (var in = TlsTest.class.getResourceAsStream(name + "." + kind + ".pem")) {
                Files.copy(java.util.Objects.requireNonNull(in), file, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(name.hashCode())));
        }
    }

    private SSLSocket connect(Encrypted served, String version) throws IOException {
        return connect(served.address(), version);
    }

    private SSLSocket connect(InetSocketAddress to, String version) throws IOException {
        var socket = (SSLSocket) client.getSocketFactory().createSocket(to.getAddress(), to.getPort());
        socket.setSoTimeout(10_000);
        socket.setEnabledProtocols(new String[] {version});
        var parameters = socket.getSSLParameters();
        parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] body(Socket socket) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n"))
            head.write(socket.getInputStream().read());
        assertThat(head.toString(StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200 OK");
        return socket.getInputStream().readNBytes(BIG.length);
    }

    private static String name(SSLSocket socket) throws IOException {
        return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                .getSubjectX500Principal()
                .getName();
    }

    private static byte[] big() {
        var bytes = new byte[300_000];
        new Random(311).nextBytes(bytes);
        return bytes;
    }

    /** A socket whose sender can save up, so that all of it comes in one piece. */
    private static final class HeldBack extends Socket {

        private final ByteArrayOutputStream saved = new ByteArrayOutputStream();
        private volatile boolean holds;

        HeldBack(InetSocketAddress to) throws IOException {
            super(to.getAddress(), to.getPort());
        }

        void letGo() throws IOException {
            holds = false;
            super.getOutputStream().write(saved.toByteArray());
        }

        @Override
        public OutputStream getOutputStream() throws IOException {
            var out = super.getOutputStream();
            return new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    (holds ? saved : out).write(bytes, from, count);
                }
            };
        }
    }

    private static final class Everybody implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
