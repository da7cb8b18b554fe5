package noroshi.channels;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import noroshi.channels.Outcome.Scope;
import noroshi.platform.Settings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;

/** Conversations with a real server: encrypted, authenticated, refused. */
class SmtpTest {

    private static final MailAddress TO = MailAddress.parse("a@example.jp").orElseThrow();
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path folder = Path.of("");

    private static SSLContext tls;

    /** A certificate for localhost, made by the JDK's own tool. */
    @BeforeAll
    static void certificate() throws Exception {
        var store = folder.resolve("sink.p12");
        var keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "sink",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    }

    private static MimeMessage mail() throws Exception {
        var mail = new MimeMessage(Session.getInstance(new Properties()));
        mail.setFrom("noroshi@pref.miyagi.example");
        mail.setSubject("件名", "UTF-8");
        mail.setText("本文", "UTF-8");
        mail.saveChanges();
        return mail;
    }

    private static Settings.Smtp server(String host, int port, String user, String password, String tls) {
        return new Settings.Smtp(host, port, user, password, tls, "noroshi@pref.miyagi.example");
    }

    private static Outcome send(Settings.Smtp server) throws Exception {
        try (var smtp = new Smtp(server, 5_000, tls)) {
            return smtp.send(mail(), TO);
        }
    }

    private static MailSink guarded() {
        return new MailSink(builder -> builder.startTlsSocketFactory(tls)
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("noroshi") || !password.equals("right")) throw new LoginFailedException();
                })));
    }

    @Test
    void aServerThatDemandsTlsAndALoginTakesTheMail() throws Exception {
        try (var sink = guarded()) {
            assertThat(send(server("localhost", sink.port(), "noroshi", "right", "starttls")))
                    .isInstanceOf(Outcome.Sent.class);
            assertThat(sink.taken).hasSize(1);
        }
    }

    @Test
    void aWrongLoginBlamesNoRecipient() throws Exception {
        try (var sink = guarded()) {
            assertThat(send(server("localhost", sink.port(), "noroshi", "wrong", "starttls")))
                    .isInstanceOfSatisfying(Outcome.RetryLater.class, later -> assertThat(later.scope())
                            .isEqualTo(Scope.SERVER));
            assertThat(sink.taken).isEmpty();
        }
    }

    @Test
    void withoutTheTlsThatIsConfiguredNothingIsSent() throws Exception {
        try (var sink = new MailSink()) {
            assertThat(send(server("localhost", sink.port(), "", "", "starttls")))
                    .isInstanceOf(Outcome.RetryLater.class);
            assertThat(sink.taken).isEmpty();
        }
    }

    @Test
    void tlsFromTheFirstByte() throws Exception {
        try (var sink = new MailSink(builder -> builder.serverSocketFactory(tls))) {
            assertThat(send(server("localhost", sink.port(), "", "", "tls"))).isInstanceOf(Outcome.Sent.class);
        }
    }

    @Test
    void aCertificateForAnotherNameIsNotTrusted() throws Exception {
        try (var sink = guarded()) {
            assertThat(send(server("127.0.0.1", sink.port(), "noroshi", "right", "starttls")))
                    .isInstanceOf(Outcome.RetryLater.class);
            assertThat(sink.taken).isEmpty();
        }
    }

    @Test
    void answersMeanWhatTheyMean() throws Exception {
        try (var sink = new MailSink()) {
            var server = sink.settings();
            sink.refuse("a@example.jp", 550, "5.1.1 User unknown");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.mailboxGone())
                    .isTrue());
            sink.refuse("a@example.jp", 550, "5.7.1 policy");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.mailboxGone())
                    .isFalse());
            sink.refuse("a@example.jp", 450, "4.2.1 busy mailbox");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.RetryLater.class, r -> assertThat(r.scope())
                    .isEqualTo(Scope.RECIPIENT));
            sink.refuse("a@example.jp", 451, "4.7.0 slow down");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.RetryLater.class, r -> assertThat(r.scope())
                    .isEqualTo(Scope.DOMAIN));
            sink.refuse("a@example.jp", 421, "4.3.2 closing");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.RetryLater.class, r -> assertThat(r.scope())
                    .isEqualTo(Scope.SERVER));
            sink.refuseSender(530, "5.7.0 login first");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.RetryLater.class, r -> assertThat(r.scope())
                    .isEqualTo(Scope.SERVER));
            sink.refuseContent(552, "5.3.4 too big");
            assertThat(send(server)).isInstanceOfSatisfying(Outcome.Refused.class, r -> assertThat(r.mailboxGone())
                    .isFalse());
            sink.refuseContent(452, "4.3.1 full");
            assertThat(send(server)).isInstanceOf(Outcome.RetryLater.class);
            assertThat(send(server)).isInstanceOf(Outcome.Sent.class);
        }
    }
}
