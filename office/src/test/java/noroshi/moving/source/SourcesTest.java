package noroshi.moving.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class SourcesTest {

    @Test
    void privateAddressesAreNotAsked() throws UnknownHostException {
        for (var address : List.of(
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "fd00::1",
                "fe80::1",
                "::ffff:10.0.0.1",
                "2002:0a00:0001::",
                "64:ff9b::a00:1",
                "224.0.0.1",
                "255.255.255.255"))
            assertThat(Web.isPrivate(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        for (var address : List.of("203.0.114.1", "8.8.8.8", "2001:4860:4860::8888"))
            assertThat(Web.isPrivate(InetAddress.getByName(address)))
                    .as(address)
                    .isFalse();
        try (var web = new Web(Set.of("localhost:8080"))) {
            assertThat(web.forbidden(URI.create("http://localhost:8080/"))).isNull();
            assertThat(web.forbidden(URI.create("http://localhost:8081/"))).isNotNull();
            assertThat(web.forbidden(URI.create("http://[::1]/"))).isNotNull();
            assertThat(web.forbidden(URI.create("file:///etc/passwd"))).isNotNull();
            assertThat(web.forbidden(URI.create("http://user@localhost:8080/"))).isNotNull();
        }
    }

    @Test
    void aNameThatLeadsInsideOnceItWasJudgedTellsNothing() throws IOException {
        var inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inside.createContext("/", asked -> {
            asked.sendResponseHeaders(200, 6);
            asked.getResponseBody().write("secret".getBytes(StandardCharsets.US_ASCII));
            asked.close();
        });
        inside.start();
        var answers = new ArrayDeque<>(List.of("203.0.114.1", "127.0.0.1"));
        try (var web = new Web(Set.of(), host -> new InetAddress[] {InetAddress.getByName(answers.removeFirst())})) {
            var said = web.get(URI.create(
                    "http://localhost:%d/".formatted(inside.getAddress().getPort())));

            assertThat(said).isInstanceOfSatisfying(Web.Said.Nothing.class, nothing -> assertThat(nothing.reason())
                    .contains("組織の中"));
        } finally {
            inside.stop(0);
        }
    }

    /** The old site writes both the rule and the addresses, and one thread moves every government's sites. */
    @Test
    void aRuleOfManyStarsIsJudgedAtOnce() {
        var robots = Robots.read("User-agent: *\nDisallow: /" + "*a".repeat(20) + "b\nDisallow: /x*y*.gif$\n");

        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> assertThat(robots.allow("/" + "a".repeat(900)))
                .isTrue());
        assertThat(robots.allow("/" + "a".repeat(900) + "b")).isFalse();
        assertThat(robots.allow("/x/y/1.gif")).isFalse();
        assertThat(robots.allow("/x/y/1.gif?z")).isTrue();
        assertThat(robots.allow("/x/1.gif")).isTrue();
    }

    @Test
    void theLongestRuleOfRobotsDecides() {
        var robots = Robots.read("""
                User-agent: *
                Disallow: /cgi-bin/
                Allow: /cgi-bin/open
                Disallow: /*.pdf$
                Crawl-delay: 2
                User-agent: other
                Disallow: /
                """);
        assertThat(robots.allow("/cgi-bin/a")).isFalse();
        assertThat(robots.allow("/cgi-bin/open/a")).isTrue();
        assertThat(robots.allow("/x/a.pdf")).isFalse();
        assertThat(robots.allow("/x/a.pdf?x")).isTrue();
        assertThat(robots.delay().toSeconds()).isEqualTo(2);
        assertThat(Robots.read("User-agent: noroshi\nDisallow: /a\nUser-agent: *\nDisallow: /")
                        .allow("/b"))
                .isTrue();
    }

    @Test
    void namesInAZipMayBeOfThatTimeAndLeadNowhereElse() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out, Charset.forName("windows-31j"))) {
            for (var name : List.of("site/お知らせ.html", "site/../../etc/passwd", "site/a/b.html")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        var found = new ArrayList<String>();
        Archive.read(() -> new ByteArrayInputStream(out.toByteArray()), one -> found.add(one.address()));

        assertThat(found).containsExactly("/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B.html", "/etc/passwd", "/a/b.html");
    }

    @Test
    void aBombIsSeenWhileItUnpacks() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("a.html"));
            var zeros = new byte[1_000_000];
            for (int i = 0; i < 700; i++) zip.write(zeros);
        }
        assertThatThrownBy(() -> Archive.read(() -> new ByteArrayInputStream(out.toByteArray()), one -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("大きすぎる");
    }
}
