package noroshi.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AtomEntriesTest {

    private static final URI FEED = URI.create("http://feed.example:8080/eqvol.xml");

    @Test
    void onlyDocumentsOfTheFeedsServerAndOfJmaAreFetched() throws IOException {
        var feed = """
                <feed xmlns="http://www.w3.org/2005/Atom">%s</feed>""".formatted(entry("data/a.xml")
                + entry("https://www.data.jma.go.jp/developer/xml/data/b.xml")
                + entry("http://127.0.0.1:5432/")
                + entry("http://feed.example/other-port")
                + entry("https://evil.example/.jma.go.jp")
                + entry("https://evil.example@www.data.jma.go.jp:81/")
                + entry("file:///etc/passwd"));

        assertThat(AtomEntries.read(feed.getBytes(StandardCharsets.UTF_8), FEED))
                .containsExactly(
                        URI.create("http://feed.example:8080/data/a.xml"),
                        URI.create("https://www.data.jma.go.jp/developer/xml/data/b.xml"));
    }

    private static String entry(String href) {
        return "<entry><link href=\"%s\"/></entry>".formatted(href);
    }
}
