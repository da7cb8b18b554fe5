package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.Fronts;
import noroshi.letter.LetterSpool;
import noroshi.letter.Reply;
import noroshi.snapshot.Changes;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Head;
import noroshi.snapshot.Key;
import noroshi.snapshot.Part;
import noroshi.snapshot.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LettersTest {

    private static final Pattern RECEIPT = Pattern.compile("番号 (\\S+) コード (\\S+) 部数 1");

    @TempDir
    Path folder;

    private Town town;
    private Beacon beacon;

    @BeforeEach
    void light() {
        town = new Town(folder);
        beacon = town.beacon("beacon");
        show(Town.withForms(Town.pages()));
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void aLetterGetsAReceiptAndOnlyTheOfficeCanReadIt() throws Exception {
        var answer = post("/040002/inquiry", "name=%E4%BD%90%E8%97%A4&body=%E6%B0%B4%E3%81%AF%3F&more=x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("cache-control")).isEqualTo("no-store");
        var receipt = RECEIPT.matcher(answer.text());
        assertThat(receipt.find()).as(answer.text()).isTrue();
        var batch = town.letters(beacon).fetch("", 0, Duration.ZERO);
        var letter = Town.unseal().unseal(batch.letters().getFirst().letter());
        assertThat(batch.letters()).hasSize(1);
        assertThat(letter.fields())
                .containsEntry("name", "佐藤")
                .containsEntry("body", "水は?")
                .doesNotContainKey("more");
        assertThat(letter.site()).isEqualTo("040002");
        assertThat(letter.form()).isEqualTo("inquiry");
        assertThat(letter.receiptNumber()).isEqualTo(receipt.group(1));
        assertThat(letter.receiptCode()).isEqualTo(receipt.group(2));
    }

    @Test
    void lettersSurviveARestartAndConfirmedOnesNoLongerWait() throws Exception {
        post("/inquiry", "name=a&body=first");
        post("/inquiry", "name=a&body=second");
        var batch = town.letters(beacon).fetch("", 0, Duration.ZERO);
        town.letters(beacon).confirm(List.of(batch.letters().getFirst().letter().id()));
        town.stop(beacon);
        beacon = town.beacon("beacon");
        long first = batch.letters().getFirst().cursor();
        var left = town.letters(beacon)
                .fetch(batch.spoolId(), first, Duration.ZERO)
                .letters();
        assertThat(left).hasSize(1);
        assertThat(Town.unseal().unseal(left.getFirst().letter()).fields()).containsEntry("body", "second");
        assertThat(Asked.get(town.http, Town.admin(beacon), "/health").text()).contains("\"lettersWaiting\":1");
    }

    @Test
    void aFetchWaitsForTheNextLetter() throws Exception {
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                var batch = town.letters(beacon).fetch("", 0, Duration.ofSeconds(20));
                assertThat(batch.letters()).hasSize(1);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        post("/inquiry", "name=a&body=b");
        assertThat(waiting.join(Duration.ofSeconds(15))).isTrue();
    }

    @Test
    void aWrongFieldIsNamedAndNothingIsKept() throws Exception {
        var answer = post("/inquiry", "name=%3Cscript%3E&body=");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("お確かめください")
                .contains("<li>")
                .contains("内容")
                .doesNotContain("<script>");
        assertThat(town.letters(beacon).fetch("", 0, Duration.ZERO).letters()).isEmpty();
    }

    @Test
    void whoWritesOnALightPageIsAnsweredOnOne() throws Exception {
        assertThat(post("/l/inquiry", "name=a&body=b").text()).isEqualTo("軽い受付");
        assertThat(post("/l/inquiry", "name=&body=").text()).contains("軽い差し戻し", "<li>");
        assertThat(post("/t/inquiry", "name=a&body=b").text())
                .as("no own page: the full one")
                .contains("番号 ");
    }

    @Test
    void tokensTravelInTheAddressAndOneClickIsTakenFromAnywhere() throws Exception {
        var oneClick = post("/unsubscribe?t=abc", "List-Unsubscribe=One-Click", "Sec-Fetch-Site", "cross-site");
        assertThat(oneClick.status()).isEqualTo(200);
        String multipart =
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        assertThat(post("/unsubscribe?t=def", multipart, "Content-Type", "multipart/form-data; boundary=b")
                        .status())
                .isEqualTo(200);
        var tokens = town.letters(beacon).fetch("", 0, Duration.ZERO).letters().stream()
                .map(stored -> Town.unseal().unseal(stored.letter()).fields().get("t"));
        assertThat(tokens).containsExactly("abc", "def");
        assertThat(post("/unsubscribe", "").status()).isEqualTo(422);
    }

    @Test
    void aGetNeverActs() throws Exception {
        assertThat(Asked.get(town.http, Town.open(beacon), "/unsubscribe?t=abc").status())
                .isEqualTo(200);
        assertThat(town.letters(beacon).fetch("", 0, Duration.ZERO).letters()).isEmpty();
    }

    @Test
    void anotherSitesPageCanNotPostInAReadersName() {
        assertThat(post("/inquiry", "name=a&body=b&List-Unsubscribe=One-Click", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(post("/inquiry", "name=a&body=b", "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(post("/inquiry", "name=a&body=b", "Origin", "https://evil.example")
                        .status())
                .isEqualTo(403);
        String own = Town.open(beacon).toString();
        assertThat(post("/inquiry", "name=a&body=b", "Origin", own).status()).isEqualTo(200);
        assertThat(post("/inquiry", "name=a&body=b", "Sec-Fetch-Site", "same-origin")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void otherBodiesAndTooLargeOnesAreRefused() {
        assertThat(post("/inquiry", "{}", "Content-Type", "application/json").status())
                .isEqualTo(415);
        assertThat(post("/inquiry", "name=%zz").status()).isEqualTo(400);
        assertThat(post("/inquiry", "x".repeat(70_000)).status()).isEqualTo(413);
        assertThat(post("/press/12", "a=b").status()).isEqualTo(405);
        assertThat(post("/nothing", "a=b").status()).isEqualTo(404);
    }

    @Test
    void oneAddressCanNotFloodTheOffice() {
        var answers = new java.util.ArrayList<Asked>();
        for (int i = 0; i < Rates.BURST + 20; i++) answers.add(post("/inquiry", "name=a&body=b"));
        var refused = answers.stream().filter(answer -> answer.status() == 429).toList();
        assertThat(refused).isNotEmpty();
        assertThat(refused.getFirst().field("retry-after")).isNotEmpty();
    }

    @Test
    void behindATrustedFrontServerEachResidentCountsAlone() {
        town.stop(beacon);
        beacon = town.beaconBehindFrontServer("front");
        show(Town.withForms(Town.pages()));
        for (int i = 0; i < Rates.BURST; i++)
            assertThat(post("/inquiry", "name=a&body=b", "X-Forwarded-For", "203.0.113.9, 198.51.100.1")
                            .status())
                    .isEqualTo(200);
        assertThat(post("/inquiry", "name=a&body=b", "X-Forwarded-For", "198.51.100.2")
                        .status())
                .isEqualTo(200);
        assertThat(post("/inquiry", "name=a&body=b").status()).isEqualTo(200);
    }

    @Test
    void tokensComeBackWithTimePerAddress() {
        long[] nanos = {1_000_000};
        var rates = new Rates(() -> nanos[0], Fronts.NONE);
        var one = new AddressBlock(false, 1, false);
        for (int i = 0; i < Rates.BURST; i++) assertThat(rates.take(one)).isZero();
        assertThat(rates.take(one)).isEqualTo(1);
        assertThat(rates.take(new AddressBlock(false, 2, false))).isZero();
        nanos[0] += Rates.REFILL_MS * 1_000_000L;
        assertThat(rates.take(one)).isZero();
        assertThat(rates.take(one)).isEqualTo(1);
    }

    @Test
    void aReplyIsReadByItsCodeAlone() {
        var receipt = RECEIPT.matcher(post("/inquiry", "name=a&body=b").text());
        assertThat(receipt.find()).isTrue();
        String code = receipt.group(2);
        assertThat(post("/receipt", "number=x&code=" + code).text()).isEqualTo("返信はまだありません");
        byte[] closed = Reply.close(
                code, "<p>お答えします</p>".getBytes(java.nio.charset.StandardCharsets.UTF_8), new SecureRandom());
        var record = new Value.Page(Head.of("application/octet-stream"), List.of(Part.piece(Fragment.raw(closed))));
        show(Changes.builder().put(Key.of("040002", Reply.path(code)), record));
        var reply = post(
                "/receipt", "code=" + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));
        assertThat(reply.text()).isEqualTo("<p>お答えします</p>");
        assertThat(reply.field("cache-control")).isEqualTo("no-store");
        assertThat(post("/receipt", "code=0000").status()).isEqualTo(422);
    }

    @Test
    void aFullSpoolSaysSoAndKeepsNothing() throws Exception {
        try (var spool = LetterSpool.open(folder.resolve("small"), 2_000)) {
            var desk = new LetterDesk(spool, null, new FormShares(() -> 0), town.clock);
            var outcomes = new java.util.concurrent.LinkedBlockingQueue<LetterDesk.Outcome>();
            for (int i = 0; i < 20; i++)
                desk.take(
                        Town.LETTER_KEY.letterKey(),
                        "040002",
                        "inquiry",
                        java.util.Map.of("body", "x".repeat(100)),
                        outcomes::add);
            var all = new java.util.ArrayList<LetterDesk.Outcome>();
            for (int i = 0; i < 20; i++) all.add(outcomes.poll(10, java.util.concurrent.TimeUnit.SECONDS));
            long kept = all.stream()
                    .filter(LetterDesk.Outcome.Kept.class::isInstance)
                    .count();
            assertThat(kept).isPositive().isLessThan(20).isEqualTo(spool.unconfirmed());
            desk.close();
        }
    }

    @Test
    void theOfficesDoorNeedsTheSecret() {
        assertThat(Asked.get(town.http, Town.admin(beacon), "/.noroshi/v1/letters")
                        .status())
                .isEqualTo(401);
        assertThat(Asked.get(town.http, Town.admin(beacon), "/.noroshi/v1/letters", "Authorization", "Bearer wrong")
                        .status())
                .isEqualTo(401);
        assertThat(Asked.get(
                                town.http,
                                Town.open(beacon),
                                "/.noroshi/v1/letters",
                                "Authorization",
                                "Bearer " + Town.SECRET)
                        .status())
                .isEqualTo(404);
        assertThat(Asked.post(
                                town.http,
                                Town.open(beacon),
                                "/.noroshi/v1/push",
                                "",
                                "Authorization",
                                "Bearer " + Town.SECRET)
                        .status())
                .isEqualTo(404);
    }

    private void show(Changes.Builder changes) {
        town.publish(changes);
        town.push(beacon);
    }

    private Asked post(String path, String body, String... fields) {
        return Asked.post(town.http, Town.open(beacon), path, body, fields);
    }
}
