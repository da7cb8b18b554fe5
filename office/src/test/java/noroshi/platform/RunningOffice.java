package noroshi.platform;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import noroshi.NoroshiOffice;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.Trust;
import org.apache.catalina.Context;
import org.apache.catalina.Manager;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole office, once for the test JVM: with the demonstration, on a port and in a database and a data folder of its own. */
public final class RunningOffice {

    private static final class Holder {
        private static final RunningOffice OFFICE = new RunningOffice();
    }

    private final TestIssuer issuer = new TestIssuer();
    private final Path data;
    private final ConfigurableApplicationContext context;
    private final long newestOfDemonstration;

    private RunningOffice() {
        var owner = TestDatabase.instance().owner;
        var name = "office_" + ProcessHandle.current().pid();
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            data = Files.createTempDirectory("noroshi-office");
            makeKeys(Files.createDirectories(data.resolve("keys")));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        context = new SpringApplication(NoroshiOffice.class)
                .run(arguments(owner, name).toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(context::close));
        newestOfDemonstration = bean(Tenancy.class).everywhere(() -> bean(JdbcClient.class)
                .sql("select max(id) from article")
                .query(Long.class)
                .single());
    }

    /** The keys that the launcher makes at the first start. */
    private static void makeKeys(Path keys) throws IOException {
        var root = SigningKey.generate(new SecureRandom());
        var signing = SigningKey.generate(new SecureRandom());
        var now = Instant.now();
        Files.writeString(keys.resolve("root.pub"), root.verifyKey().hex());
        Files.writeString(keys.resolve("signing.key"), signing.text());
        Files.write(
                keys.resolve("trust"),
                Trust.sign(root, 1, now, now.plus(Duration.ofDays(30)), List.of(signing.verifyKey()))
                        .bytes());
    }

    private List<String> arguments(Settings.Database owner, String name) {
        return new ArrayList<>(List.of(
                "--server.port=0",
                "--spring.main.register-shutdown-hook=false",
                "--noroshi.demo=true",
                "--noroshi.care.work=false",
                "--noroshi.care.mail-domain=draft.miyagi.example",
                "--noroshi.data=" + data,
                "--noroshi.public-url=http://127.0.0.1:1",
                "--noroshi.office-url=http://office.example",
                "--noroshi.database.url=" + owner.url().replaceFirst("/postgres$", "/" + name),
                "--noroshi.database.user=" + owner.user(),
                "--noroshi.database.password=" + owner.password(),
                "--noroshi.oidc.issuer=" + issuer.address(),
                "--noroshi.oidc.client-id=" + TestIssuer.CLIENT,
                "--noroshi.oidc.client-secret=secret"));
    }

    /** Who answers for sign-ins from outside. */
    public TestIssuer issuer() {
        return issuer;
    }

    public static RunningOffice instance() {
        return Holder.OFFICE;
    }

    public String url() {
        return "http://127.0.0.1:"
                + Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
    }

    /** The token that may do everything. */
    public String token() {
        return line("demo-token");
    }

    /** Lines of login, password and roles. */
    public List<String> signIns() {
        try {
            return Files.readAllLines(data.resolve("demo-signins.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path data() {
        return data;
    }

    /** Whether the article came with the demonstration; others are of tests, some of them wrong on purpose. */
    public boolean isOfDemonstration(long article) {
        return article <= newestOfDemonstration;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** Every bean of that type. */
    public <T> java.util.Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    public Manager sessions() {
        var server = ((ServletWebServerApplicationContext) context).getWebServer();
        return ((Context) ((TomcatWebServer) requireNonNull(server))
                        .getTomcat()
                        .getHost()
                        .findChildren()[0])
                .getManager();
    }

    private String line(String file) {
        try {
            return Files.readString(data.resolve(file)).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
