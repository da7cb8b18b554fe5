package noroshi.run.sink;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailSinkTest {

    @TempDir
    Path folder;

    private int port;
    private int smtpPort;
    private MailSink sink;

    @BeforeEach
    void open() throws IOException {
        port = free();
        smtpPort = free();
        sink = new MailSink(folder, port, smtpPort, InstantSource.fixed(Instant.parse("2011-03-11T05:46:18Z")));
    }

    @AfterEach
    void close() throws IOException {
        sink.close();
    }

    @Test
    void oneDoorTakesMailsAndShowsThem() throws Exception {
        send(port, "resident@example.jp", "津波警報");

        assertThat(get("/")).contains("津波警報").contains("resident@example.jp");
        assertThat(get("/mails/1")).contains("高台へ").contains("sandbox");
        assertThat(get("/mails/1/html")).contains("<b>高台へ</b>");
        assertThat(get("/mails/1/raw")).contains("Subject: =?UTF-8?");
        assertThat(get("/api/messages?to=resident@example.jp"))
                .contains("\"subject\":\"津波警報\"")
                .contains("\"listUnsubscribe\":\"<http://localhost/u>\"");
        assertThat(get("/api/messages?to=nobody@example.jp")).isEqualTo("[]\n");
    }

    @Test
    void theOfficesOwnDoorTakesMailsToo() throws Exception {
        send(smtpPort, "a@example.jp", "広報");

        assertThat(get("/api/messages?to=a@example.jp")).contains("広報");
    }

    @Test
    void markupInASubjectIsShownNotRun() throws Exception {
        send(port, "a@example.jp", "<script>alert(1)</script>");

        assertThat(get("/")).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    private static void send(int port, String to, String subject) throws Exception {
        var settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", Integer.toString(port));
        var message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("noroshi@pref.miyagi.example"));
        message.setRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        message.setHeader("List-Unsubscribe", "<http://localhost/u>");
        var both = new jakarta.mail.internet.MimeMultipart("alternative");
        both.addBodyPart(part("高台へ", "plain"));
        both.addBodyPart(part("<b>高台へ</b>", "html"));
        message.setContent(both);
        Transport.send(message);
    }

    private static jakarta.mail.internet.MimeBodyPart part(String text, String type) throws Exception {
        var part = new jakarta.mail.internet.MimeBodyPart();
        part.setText(text, "UTF-8", type);
        return part;
    }

    private String get(String path) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
