package noroshi.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.acceptance.Answer;
import noroshi.acceptance.Api;
import noroshi.acceptance.Http;
import noroshi.acceptance.Mailbox;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;

/**
 * The demonstration as seen from outside: the office's API with tokens, the public site, the mail box.
 *
 * <p>The tokens are those that the demonstration wrote into its data folder when it was filled: {@code demo-token}, which may do everything for
 * the prefecture, and {@code demo-town-tokens.txt} with those of each town's officers, for what only they may do.
 */
public final class World implements AutoCloseable {

    static final String PREFECTURE = "040002";

    private final Http http = new Http();
    private final String publicUrl;
    private final String officeUrl;
    private final Api prefecture;
    private final Map<String, Api> towns;
    private final Mailbox mails;

    /** @param data the demonstration's data folder */
    public World(String publicUrl, String officeUrl, String mailUrl, Path data) throws IOException {
        this.publicUrl = publicUrl;
        this.officeUrl = officeUrl;
        this.prefecture =
                new Api(http, officeUrl, line(data.resolve("demo-token")).getFirst());
        this.towns = line(data.resolve("demo-town-tokens.txt")).stream()
                .map(line -> List.of(line.split(" ", -1)))
                .collect(Collectors.toMap(
                        words -> words.get(0) + " " + words.get(1),
                        words -> new Api(http, officeUrl, words.get(3)),
                        (first, second) -> first));
        this.mails = new Mailbox(http, mailUrl);
    }

    private static List<String> line(Path file) throws IOException {
        if (Files.exists(file)) return Files.readAllLines(file);
        throw new IOException(
                "%s がありません。./noroshi demo が起動しているか、--data が同じかを確かめてください。古いデモのデータなら ./noroshi demo --fresh で作り直してください。"
                        .formatted(file));
    }

    Http http() {
        return http;
    }

    /** With the prefecture's token. */
    Api prefecture() {
        return prefecture;
    }

    /** @param role emergency or approver */
    Api town(Town town, String role) {
        var api = towns.get(town.code() + " " + role);
        if (api == null) throw new IllegalStateException("No token of %s (%s).".formatted(town.name(), role));
        return api;
    }

    boolean isUp() {
        try {
            return http.get(officeUrl + "/health").status() == 200
                    && http.get(publicUrl + "/" + PREFECTURE + "/").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends a replay of telegrams that runs, with every emergency it raised: the next one begins with an offset of its own. */
    void endReplay() throws IOException {
        prefecture.send("DELETE", "/replay", Map.of(), Map.of()).expect(204);
    }

    /** A page or file of the public site. */
    Answer page(String path) throws IOException {
        return http.get(publicUrl + path);
    }

    static String path(String url) {
        return url.replaceFirst("^https?://[^/]+", "");
    }

    boolean shows(String path, String... words) throws IOException {
        var answer = page(path);
        if (answer.status() != 200) return false;
        var text = path.matches(".*\\.(csv|json|geojson|xml)")
                ? answer.text()
                : answer.page().text();
        return List.of(words).stream().allMatch(text::contains);
    }

    /** The line of a CSV file that ends with this address has all these cells beside each other. */
    boolean hasLine(String path, String end, String cells) throws IOException {
        return page(path).text().lines().anyMatch(line -> line.endsWith(end) && line.contains(cells));
    }

    /** What the banner says on a page; "" when there is none. */
    String banner(String path) throws IOException {
        return page(path).expect(200).page().select("[aria-label=緊急のお知らせ]").text();
    }

    /** The number of the newest CAP message in a site's feed with these words in its title; 0: none. */
    long newestCap(String site, String words) throws IOException {
        var feed = page(site + "/cap/feed.xml");
        if (feed.status() != 200) return 0;
        for (var entry : Jsoup.parse(feed.text(), "", Parser.xmlParser()).select("entry"))
            if (entry.select("> title").text().contains(words))
                return Long.parseLong(entry.select("> id").text().replaceAll(".*/cap/(\\d+)\\.xml", "$1"));
        return 0;
    }

    /** Whether that CAP message has all these words. */
    boolean capSays(String site, long message, String... words) throws IOException {
        var alert = page("%s/cap/%d.xml".formatted(site, message)).expect(200).text();
        return List.of(words).stream().allMatch(alert::contains);
    }

    /** Mails to that address whose subject has all the words. */
    long mails(String address, String... words) throws IOException {
        return mails.envelopes(address).stream()
                .filter(mail -> List.of(words).stream().allMatch(mail.subject()::contains))
                .count();
    }

    @Override
    public void close() {
        http.close();
    }
}
