package noroshi.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import noroshi.people.Officer;
import noroshi.publishing.Articles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailToDraftTest extends CareTest {

    private final Officer sato = officer(MIYAGI, "sato");
    private final MailIn mails = office.bean(MailIn.class);
    private String local = "";

    private record Result(long article, String outcome) {}

    @BeforeEach
    void makeAddress() {
        tenancy.runEverywhere(() -> sql.sql("update officer set email = 'sato@pref.example' where login = 'sato'")
                .update());
        var series = tenancy.in(
                MIYAGI, () -> sql.sql("select code from series where government = '040002' order by code limit 1")
                        .query(String.class)
                        .single());
        var made = office.bean(MailAddressOfOfficer.class)
                .handle(new MailAddressOfOfficer.Command(series, sato, Instant.now()));
        assertThat(made).isInstanceOf(MailAddressOfOfficer.Outcome.Made.class);
        local = ((MailAddressOfOfficer.Outcome.Made) made).address().replaceFirst("@.*", "");
    }

    private Result sent(byte[] raw) {
        var address = tenancy.everywhere(() -> mails.find(local)).orElseThrow();
        tenancy.runEverywhere(() -> mails.keep(address, "sato@pref.example", raw, Instant.now()));
        var work = office.bean(MailToDraft.class);
        boolean again = true;
        while (again) again = work.step(Instant.now());
        return tenancy.everywhere(() -> sql.sql(
                        "select coalesce(article, 0) article, outcome from mail_in where hash = :hash and done_at is not null order by id desc limit 1")
                .param("hash", MailAddressOfOfficer.hash(raw))
                .query(Result.class)
                .single());
    }

    private String body(long article) {
        return tenancy.in(MIYAGI, () -> office.bean(Articles.class).findEdition(MIYAGI, article, 1))
                .orElseThrow()
                .content()
                .body();
    }

    private static byte[] mail(String from, String head, String body, Charset charset) {
        var all =
                "From: Sato <%s>\r\nTo: draft@x.example\r\nSubject: =?UTF-8?B?%s?=\r\nMIME-Version: 1.0\r\n%s\r\n\r\n%s"
                        .formatted(
                                from,
                                Base64.getEncoder().encodeToString("朝市の中止について".getBytes(StandardCharsets.UTF_8)),
                                head,
                                body);
        return all.getBytes(charset);
    }

    @Test
    void anOfficersMailBecomesADraftAndIsAnswered() {
        var result = sent(mail(
                "sato@pref.example",
                "Content-Type: text/plain; charset=ISO-2022-JP",
                "明日の朝市は中止します。\r\n*雨天*のためです。\r\n-- \r\n佐藤一郎\r\n",
                Charset.forName("ISO-2022-JP")));
        assertThat(result.outcome()).isEqualTo("下書きにしました");
        assertThat(body(result.article())).isEqualTo("明日の朝市は中止します。  \n\\*雨天\\*のためです。");
        var answers = tenancy.everywhere(
                () -> sql.sql("select count(*) from dispatch where kind = 'acknowledgement' and subject like '%朝市の中止%'")
                        .query(Integer.class)
                        .single());
        assertThat(answers).isPositive();
    }

    @Test
    void filesOfAMailBecomeAttachmentsAndWhatMayNotBeIsTold() {
        var pdf = Base64.getMimeEncoder()
                .encodeToString("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
                        .getBytes(StandardCharsets.US_ASCII));
        var result = sent(mail(
                "sato@pref.example",
                "Content-Type: multipart/mixed; boundary=b",
                "--b\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<h1>中止</h1><script>alert(1)</script><ul><li>朝市</li><li><a href=\"https://example.com/\">案内の例</a></li></ul>\r\n"
                        + "--b\r\nContent-Type: application/pdf; name=\"a.pdf\"\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=\"a.pdf\"\r\n\r\n"
                        + pdf
                        + "\r\n--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=\"x.exe\"\r\n\r\nMZ\r\n--b--\r\n",
                StandardCharsets.UTF_8));
        assertThat(result.article()).isPositive();
        assertThat(body(result.article()))
                .contains("## 中止", "- 朝市", "[案内の例](https://example.com/)")
                .doesNotContain("alert");
        var told = tenancy.everywhere(
                () -> sql.sql("select body from dispatch where kind = 'acknowledgement' order by id desc limit 1")
                        .query(String.class)
                        .single());
        assertThat(told).contains("x.exe");
    }

    @Test
    void aStrangersMailAndAMachinesMakeNothingAndGetNoAnswer() {
        var before = dispatches();
        assertThat(sent(mail("evil@other.example", "Content-Type: text/plain", "hello", StandardCharsets.UTF_8))
                        .article())
                .isZero();
        assertThat(sent(mail(
                                "sato@pref.example",
                                "Auto-Submitted: auto-replied\r\nContent-Type: text/plain",
                                "away",
                                StandardCharsets.UTF_8))
                        .article())
                .isZero();
        assertThat(dispatches()).isEqualTo(before);
    }

    private int dispatches() {
        return tenancy.everywhere(() ->
                sql.sql("select count(*) from dispatch").query(Integer.class).single());
    }

    @Test
    void theSameMailTwiceIsOneDraft() {
        var raw = mail(
                "sato@pref.example", "Content-Type: text/plain; charset=UTF-8", "一度だけの知らせ", StandardCharsets.UTF_8);
        assertThat(sent(raw).article()).isEqualTo(sent(raw).article());
    }

    @Test
    void anEndedAddressIsUnknown() {
        office.bean(MailAddressOfOfficer.class).handle(new MailAddressOfOfficer.Command(null, sato, Instant.now()));
        assertThat(tenancy.everywhere(() -> mails.find(local))).isEmpty();
    }

    @Test
    void theDoorTakesAMailForAnAddressAndRefusesOthers() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var server = office.bean(MailDoor.class).open(port);
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(5_000);
            var in = socket.getInputStream();
            var out = socket.getOutputStream();
            assertThat(answer(in)).startsWith("220");
            for (var line : new String[] {"HELO test", "MAIL FROM:<sato@pref.example>"}) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                assertThat(answer(in)).startsWith("250");
            }
            out.write("RCPT TO:<%s@draft.miyagi.example>\r\n".formatted(local).getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(in)).startsWith("250");
            out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(in)).startsWith("354");
            out.write("From: a@b.example\r\nSubject: x\r\n\r\nwords\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(in)).startsWith("250");
            for (var line :
                    new String[] {"MAIL FROM:<sato@pref.example>", "RCPT TO:<draft-nobody@draft.miyagi.example>"}) {
                out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                answer(in);
            }
            out.write("DATA\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(in)).startsWith("354");
            out.write("Subject: x\r\n\r\nwords\r\n.\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(answer(in)).startsWith("550");
        } finally {
            server.stop();
        }
    }

    private static String answer(java.io.InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int b; (b = in.read()) >= 0 && b != '\n'; ) line.append((char) b);
        return line.toString();
    }
}
