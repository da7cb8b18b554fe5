package noroshi.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.beacon.http.AddressBlock;
import noroshi.beacon.http.Fronts;
import noroshi.letter.LetterSpool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Too many Letters: people wait a little, machines do not get through, and every form keeps some room. */
class FloodTest {

    private static final Pattern PASS = Pattern.compile("name=\"noroshi-pass\" value=\"([^\"]+)\"");
    private static final AddressBlock ONE = new AddressBlock(false, 1, false);
    private static final AddressBlock OTHER = new AddressBlock(false, 2, false);
    private static final String PAGE = "040002/inquiry";

    @TempDir
    Path folder;

    private Town town;
    private Beacon beacon;

    @BeforeEach
    void light() {
        town = new Town(folder);
        beacon = town.beacon("beacon");
        town.publish(Town.withForms(Town.pages()));
        town.push(beacon);
    }

    @AfterEach
    void quench() {
        town.close();
    }

    @Test
    void inAFloodAPersonWaitsPressesOnceMoreAndLosesNothingOfWhatTheyWrote() throws Exception {
        beacon.flood().turnOn();
        var asked = post("name=%E4%BD%90%E8%97%A4&body=" + encoded("一行目\n<b>\"二\"行目"));
        assertThat(asked.status()).isEqualTo(429);
        assertThat(asked.text()).contains("まだ受け付けていません", "もう一度送る").doesNotContain("<b>", "<script");
        assertThat(asked.field("retry-after")).isEqualTo("5");

        var tooEarly = post(pressed(asked));
        assertThat(tooEarly.status()).isEqualTo(429);
        assertThat(pass(tooEarly)).isEqualTo(pass(asked));
        town.clock.pass(Duration.ofSeconds(Flood.WAIT_SECONDS));
        assertThat(post(pressed(tooEarly)).status()).isEqualTo(200);
        assertThat(post(pressed(tooEarly)).status()).as("a pass is good once").isEqualTo(429);

        var letters = town.letters(beacon).fetch("", 0, Duration.ZERO).letters();
        assertThat(letters).hasSize(1);
        assertThat(Town.unseal().unseal(letters.getFirst().letter()).fields())
                .containsEntry("name", "佐藤")
                .containsEntry("body", "一行目\n<b>\"二\"行目")
                .doesNotContainKey(WaitPage.PASS);
    }

    @Test
    void inAFloodOneClickUnsubscribesAndWrongFieldsAreNamedAtOnce() {
        beacon.flood().turnOn();
        var oneClick = Asked.post(town.http, Town.open(beacon), "/unsubscribe?t=abc", "List-Unsubscribe=One-Click");
        assertThat(oneClick.status()).isEqualTo(200);
        assertThat(post("name=&body=").status()).isEqualTo(422);
    }

    @Test
    void withoutAFloodNobodyWaits() {
        assertThat(beacon.flood().isOn()).isFalse();
        assertThat(post("name=a&body=b").status()).isEqualTo(200);
    }

    @Test
    void aPassIsForOneAddressAndPageAndForTenMinutes() {
        var flood = beacon.flood();
        long issued = 1_000_000;
        long good = issued + 6_000;
        var pass = flood.issue(ONE, PAGE, issued);
        assertThat(flood.check(pass, OTHER, PAGE, good)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check(pass, ONE, "040002/unsubscribe", good)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check(pass.substring(2) + "AA", ONE, PAGE, good)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check("", ONE, PAGE, good)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check("?".repeat(5_000), ONE, PAGE, good)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check(pass, ONE, PAGE, issued + 601_000)).isEqualTo(Flood.Pass.NONE);
        assertThat(flood.check(pass, ONE, PAGE, issued + 4_999)).isEqualTo(Flood.Pass.TOO_EARLY);
        assertThat(flood.check(pass, ONE, PAGE, good)).isEqualTo(Flood.Pass.GOOD);
        assertThat(flood.check(pass, ONE, PAGE, good)).isEqualTo(Flood.Pass.NONE);
    }

    @Test
    void inAFloodAnAddressGetsTenLettersAndThenOneNowAndThen() {
        long[] nanos = {1};
        var rates = new Rates(() -> nanos[0], Fronts.NONE);
        int taken = 0;
        while (rates.take(ONE, true) == 0) taken++;
        assertThat(taken).isEqualTo(Rates.BURST / Rates.FLOOD_COST);
        assertThat(rates.take(ONE, true)).isEqualTo(6);
        assertThat(rates.take(OTHER, true)).isZero();
    }

    @Test
    void aFormInFloodLeavesRoomForTheOthers() {
        long[] nanos = {0};
        var shares = new FormShares(() -> nanos[0]);
        for (int i = 0; i < 1_000; i++) shares.took("040002", "inquiry", 300);
        for (int i = 0; i < 10; i++) shares.took("040002", "shelter", 300);
        assertThat(shares.admits("040002", "inquiry", 0.7)).isTrue();
        assertThat(shares.admits("040002", "inquiry", 0.81)).isFalse();
        assertThat(shares.admits("040002", "shelter", 0.99)).isTrue();
        assertThat(shares.admits("041009", "inquiry", 0.99)).isTrue();
        nanos[0] = Duration.ofDays(3).toNanos();
        assertThat(shares.admits("040002", "inquiry", 0.81)).as("long ago").isTrue();
    }

    @Test
    void aSpoolThatIsNearlyFullCountsAsAFlood() {
        try (var spool = LetterSpool.open(folder.resolve("small"), 2_500);
                var desk = new LetterDesk(spool, null, new FormShares(() -> 0), town.clock)) {
            var flood = new Flood(spool, desk, "s", System::nanoTime);
            assertThat(flood.isOn()).isFalse();
            var told = new java.util.concurrent.LinkedBlockingQueue<LetterDesk.Outcome>();
            for (int i = 0; i < 15; i++)
                desk.take(Town.LETTER_KEY.letterKey(), "040002", "f" + i, Map.of("body", "x".repeat(60)), told::add);
            for (int i = 0; i < 15; i++) assertThat(take(told)).isInstanceOf(LetterDesk.Outcome.class);
            assertThat(flood.isOn()).isTrue();
        }
    }

    private static LetterDesk.Outcome take(java.util.concurrent.BlockingQueue<LetterDesk.Outcome> told) {
        try {
            return java.util.Objects.requireNonNull(told.poll(10, java.util.concurrent.TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a browser sends when the button is pressed. */
    private static String pressed(Asked page) {
        var body = new StringBuilder();
        var inputs = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
                .matcher(page.text());
        while (inputs.find())
            body.append(body.isEmpty() ? "" : "&")
                    .append(encoded(unescaped(inputs.group(1))))
                    .append('=')
                    .append(encoded(unescaped(inputs.group(2))));
        return body.toString();
    }

    private static String unescaped(String text) {
        return text.replace("&#10;", "\n")
                .replace("&#13;", "\r")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String pass(Asked page) {
        var found = PASS.matcher(page.text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Asked post(String body) {
        return Asked.post(town.http, Town.open(beacon), "/inquiry", body);
    }
}
