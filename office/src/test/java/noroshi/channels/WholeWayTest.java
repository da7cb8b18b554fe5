package noroshi.channels;

import static noroshi.channels.ChannelsTest.header;
import static noroshi.channels.ChannelsTest.plain;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import noroshi.NoroshiOffice;
import noroshi.letters.Beacon;
import noroshi.platform.DatabaseTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole office, started as in production, between a beacon with real Letters and a real mail server. */
class WholeWayTest extends DatabaseTest {

    private static final String MIYAGI = "040002";
    private static final Pattern LINK =
            Pattern.compile("https://www\\.example\\.jp/040002/(confirm|unsubscribe)\\?t=([\\w-]+)");

    @TempDir
    Path data = Path.of("");

    private final MailSink sink = new MailSink();
    private Beacon beacon;
    private ConfigurableApplicationContext office;

    @BeforeEach
    void start() throws Exception {
        tenancy.runEverywhere(() -> {
            sql.sql("insert into government (code, name, kind) values ('040002', '宮城県', 'prefecture')")
                    .update();
            sql.sql("insert into area (code, name, kind) values ('040002', '宮城県', 'prefecture')")
                    .update();
            sql.sql("insert into department (government, code, name) values ('040002', 'kouhou', '広報課')")
                    .update();
            sql.sql("insert into series (government, code, name) values ('040002', 'news', 'お知らせ')")
                    .update();
        });
        var key = Beacon.newKey();
        Files.createDirectories(data.resolve("keys"));
        Files.writeString(data.resolve("keys/letter.key"), key.text() + "\n");
        Files.writeString(data.resolve("secret"), "secret");
        beacon = new Beacon(data.resolve("spool"), key);
        String url;
        try (var owner = asOwner()) {
            url = owner.getMetaData().getURL().replaceAll("\\?.*", "");
        }
        office = SpringApplication.run(
                NoroshiOffice.class,
                "--server.port=0",
                "--noroshi.public-url=https://www.example.jp",
                "--noroshi.data=" + data,
                "--noroshi.database.url=" + url,
                "--noroshi.database.user=postgres",
                "--noroshi.smtp.port=" + sink.port(),
                "--noroshi.beacons[0].admin-url=" + beacon.admin(),
                "--noroshi.beacons[0].secret-file=" + data.resolve("secret"),
                "--noroshi.letters.wait-seconds=1");
    }

    @AfterEach
    void stop() throws Exception {
        if (office != null) office.close();
        if (beacon != null) beacon.close();
        sink.close();
    }

    private void send(String form, Map<String, String> fields) {
        beacon.send(MIYAGI, form, office.getBean(Clock.class).instant(), fields);
    }

    private static String token(MailSink.Taken mail) {
        var matcher = LINK.matcher(plain(mail));
        assertThat(matcher.find()).isTrue();
        return matcher.group(2);
    }

    @Test
    void aResidentSubscribesConfirmsReadsAndLeaves() throws Exception {
        var dispatches = office.getBean(Dispatches.class);
        send("subscription", Map.of("email", "resident@example.jp", "series", "news", "areas", "040002"));
        var question = sink.next();
        assertThat(header(question, "Subject")).contains("登録を確認");

        send("confirmation", Map.of("t", token(question)));
        send(
                "inquiry",
                Map.of(
                        "department",
                        "kouhou",
                        "name",
                        "山田",
                        "email",
                        "resident@example.jp",
                        "subject",
                        "質問",
                        "body",
                        "本文"));
        // Letters are acted on in their order: when this answer is here, the confirmation is in force.
        assertThat(header(sink.next(), "Subject")).contains("受け付けました");

        dispatches.alert(MIYAGI, java.util.List.of(), "大津波警報", "高台へ", "", null, "not-chosen");
        var told = office.getBean(noroshi.platform.Tenancy.class)
                .in(
                        MIYAGI,
                        () -> dispatches.everyone(
                                MIYAGI,
                                new Dispatch.Draft(
                                        "test:1",
                                        DispatchKind.ARTICLE,
                                        noroshi.platform.Lane.ORDINARY,
                                        "news",
                                        null,
                                        null,
                                        "宮城県 お知らせ",
                                        "【宮城県】給水所のお知らせ",
                                        "本文",
                                        "/news/1",
                                        noroshi.publishing.Marks.NONE),
                                java.util.List.of("040002")));
        assertThat(told).isInstanceOf(Dispatches.Told.Queued.class);
        var news = sink.next();
        assertThat(header(news, "Subject")).isEqualTo("【宮城県】給水所のお知らせ");

        send("unsubscription", Map.of("t", token(news), "List-Unsubscribe", "One-Click"));
        send(
                "inquiry",
                Map.of(
                        "department",
                        "kouhou",
                        "name",
                        "山田",
                        "email",
                        "resident@example.jp",
                        "subject",
                        "質問",
                        "body",
                        "本文"));
        sink.next();
        var left = tenancy.in(MIYAGI, () -> sql.sql("select status from subscriber")
                .query(String.class)
                .single());
        assertThat(left).isEqualTo("ended");
    }
}
