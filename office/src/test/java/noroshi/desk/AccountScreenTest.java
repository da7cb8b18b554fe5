package noroshi.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Signing in with more than a password, seeing where one is signed in, and ending it from elsewhere. */
class AccountScreenTest extends DeskTest {

    private static final String PASSWORD = "asa-hiru-ban-yoru";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Browser newOfficer(String login) {
        var added = sendaiAdmin.post(
                "/settings/officers",
                Map.of("login", login, "name", "試し", "department", "koho", "email", "", "roles", "AUTHOR"));
        if (added.status() != 200) throw new IllegalStateException(added.text());
        var found = Pattern.compile("<code>([^<]{19,})</code>").matcher(added.html());
        assertThat(found.find()).as(added.text()).isTrue();
        var browser = Browser.signedIn(login, found.group(1));
        browser.get("/password");
        browser.post("/password", Map.of("now", found.group(1), "wanted", PASSWORD, "again", PASSWORD));
        return browser;
    }

    /** As an app computes it. */
    private static String code(String secret, long offset) throws Exception {
        var bits = new StringBuilder();
        for (char c : secret.toCharArray())
            bits.append(
                    "%5s".formatted(Integer.toBinaryString(BASE32.indexOf(c))).replace(' ', '0'));
        var bytes = new byte[bits.length() / 8];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
        var mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
        var hash = mac.doFinal(ByteBuffer.allocate(8)
                .putLong(Instant.now().getEpochSecond() / 30 + offset)
                .array());
        int at = hash[19] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000);
    }

    @Test
    void whoHasAnAppIsAskedForItsCodeAndNoCodeWorksTwice() throws Exception {
        var browser = newOfficer("totp-1");
        var offer = browser.get("/account/second-factor");
        assertThat(offer.html()).contains("<svg class=\"qr\"").doesNotContain("data:");
        var secret = offer.html().replaceAll("(?s).*<code class=\"copy\">([A-Z2-7]+)</code>.*", "$1");
        assertThat(browser.post("/account/second-factor", Map.of("code", "000000"))
                        .status())
                .isEqualTo(422);
        var used = code(secret, -1);
        var codes = browser.post("/account/second-factor", Map.of("code", used));
        assertThat(codes.text()).contains("回復コード");
        var recovery = codes.html().replaceAll("(?s).*?<li><code>([^<]+)</code>.*", "$1");

        var again = Browser.anonymous();
        again.get("/sign-in");
        assertThat(again.post("/sign-in", Map.of("login", "totp-1", "password", PASSWORD))
                        .path())
                .isEqualTo("/sign-in/code");
        assertThat(again.get("/articles").path())
                .as("half signed in opens nothing")
                .isEqualTo("/sign-in/code");
        assertThat(again.get("/api/v1/articles").status()).isEqualTo(401);
        assertThat(again.post("/sign-in/code", Map.of("code", used)).text()).contains("すでに使われています");
        assertThat(again.post("/sign-in/code", Map.of("code", code(secret, 0))).path())
                .isNotEqualTo("/sign-in/code");
        assertThat(again.get("/articles").path()).isEqualTo("/articles");

        var third = Browser.anonymous();
        third.get("/sign-in");
        third.post("/sign-in", Map.of("login", "totp-1", "password", PASSWORD));
        assertThat(third.post("/sign-in/code", Map.of("code", recovery)).path()).isNotEqualTo("/sign-in/code");
        var fourth = Browser.anonymous();
        fourth.get("/sign-in");
        fourth.post("/sign-in", Map.of("login", "totp-1", "password", PASSWORD));
        assertThat(fourth.post("/sign-in/code", Map.of("code", recovery)).path())
                .isEqualTo("/sign-in/code");
        assertThat(audit(SENDAI, "officer.recovery-code-used")).isNotEmpty();
    }

    @Test
    void wrongCodesRestTheAccountHoweverOftenThePasswordIsRight() throws Exception {
        var browser = newOfficer("totp-2");
        var secret = browser.get("/account/second-factor")
                .html()
                .replaceAll("(?s).*<code class=\"copy\">([A-Z2-7]+)</code>.*", "$1");
        browser.post("/account/second-factor", Map.of("code", code(secret, -1)));

        var guesser = Browser.anonymous();
        guesser.get("/sign-in");
        for (int i = 0; i < 5; i++) {
            if (i % 2 == 0) guesser.post("/sign-in", Map.of("login", "totp-2", "password", PASSWORD));
            guesser.post("/sign-in/code", Map.of("code", "00000" + i));
        }
        assertThat(guesser.post("/sign-in/code", Map.of("code", code(secret, 0)))
                        .text())
                .contains("しばらく受け付けません");
    }

    @Test
    void aSessionEndsFromElsewhere() {
        var here = newOfficer("session-1");
        var there = Browser.signedIn("session-1", PASSWORD);
        assertThat(there.get("/account").text()).contains("この端末", "サインイン中");

        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(here.post("/account/sessions/end", Map.of()).text()).contains("終わらせました");
        assertThat(there.get("/articles").path()).isEqualTo("/sign-in");
        assertThat(here.get("/articles").path()).isEqualTo("/articles");

        var id = officer(SENDAI, "session-1").id();
        assertThat(sendaiAdmin
                        .get("/settings/officers/%d/sign-ins".formatted(id))
                        .text())
                .contains("パスワード", "終了");
        sendaiAdmin.post("/settings/officers/%d/sign-ins/end".formatted(id), Map.of());
        assertThat(here.get("/articles").path()).isEqualTo("/sign-in");
        assertThat(author.get("/settings/officers/%d/sign-ins".formatted(id)).status())
                .isEqualTo(403);
    }

    /** Whoever once sat at an open screen may have left a key of their own, which no new password takes away. */
    @Test
    void anAdministratorTakesAwayPasskeysWithTheApp() {
        newOfficer("passkey-lost");
        var id = officer(SENDAI, "passkey-lost").id();
        tenancy.run(SENDAI, () -> sql.sql("""
                        insert into officer_passkey (government, id, officer, label, public_key, attestation, client_data, created_at, used_at)
                        values (:government, 'strange', :officer, '', '', '', '', now(), now())
                        """)
                .param("government", SENDAI)
                .param("officer", id)
                .update());

        sendaiAdmin.post("/settings/officers/%d/second-factor/reset".formatted(id), Map.of());

        assertThat(tenancy.in(SENDAI, () -> sql.sql("select count(*) from officer_passkey where officer = :officer")
                        .param("officer", id)
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    @Test
    void aRuleAsksForTheAppBeforeAnythingElse() {
        var browser = newOfficer("rule-1");
        var other = tenancy.in(SENDAI, () -> office.bean(noroshi.people.SecondFactors.class));
        var admin = officer(SENDAI, "sendai-kakari");
        other.require(SENDAI, java.util.Set.of(noroshi.people.Role.AUTHOR), admin);
        try {
            assertThat(browser.get("/articles").path()).isEqualTo("/account/second-factor");
        } finally {
            other.require(SENDAI, java.util.Set.of(), admin);
        }
        assertThat(browser.get("/articles").path()).isEqualTo("/articles");
        assertThat(sendaiAdmin.get("/settings/sign-in").text()).contains("認証アプリを必ず使う役割");
    }

    @Test
    void aListFromAFileIsRehearsedAndTakenWithItsPasswords() {
        var visitor = Visitor.signedIn("sendai-kakari");
        visitor.get("/settings/officers/import");
        var csv = "職員ID,氏名,課室コード,役割\nimported-1,取込 一郎,koho,作成者\n";
        var rehearsed = visitor.upload(
                "/settings/officers/import",
                Map.of(),
                "file",
                "list.csv",
                csv.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        rehearsed.is(200).says("予行", "取込 一郎", "この内容で取り込む");
        visitor.post("/settings/officers/import/now", Map.of()).is(200).says("取り込みました", "初回用のパスワード", "imported-1");
        visitor.post("/settings/officers/import/now", Map.of()).is(422);
    }
}
