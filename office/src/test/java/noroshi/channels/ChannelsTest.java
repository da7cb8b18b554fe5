package noroshi.channels;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.platform.DatabaseTest;
import noroshi.platform.Event;
import noroshi.platform.Lane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Miyagi with a few series, a real mail server, and everything of this feature put together as in the office. */
abstract class ChannelsTest extends DatabaseTest {

    static final String MIYAGI = "040002";
    static final String SENDAI = "041009";
    static final URI PUBLIC = URI.create("https://www.example.jp");
    private static final Pattern TOKEN = Pattern.compile("\\?t=([A-Za-z0-9_-]+)");

    final MailSink sink = new MailSink();
    final Tokens tokens = new Tokens(new byte[32]);
    final SubscriberStore subscribers = new SubscriberStore(sql);
    final DispatchStore dispatchStore = new DispatchStore(sql);
    final TokenStore tokenStore = new TokenStore(sql);
    final GovernmentNames names = new GovernmentNames(sql);
    final Audience audience = new Audience(sql);
    final DeliveryQueue queue = new DeliveryQueue(sql);
    final Results results = new Results(sql, tokenStore);
    MailSettings settings = new MailSettings(1, 60_000, 60_000, 3, 2_000);
    final Dispatches dispatches =
            new Dispatches(dispatchStore, audience, tenancy, clock, new SenderBell(), audit, names, settings);
    final Subscriptions subscriptions = new Subscriptions(
            subscribers, tokenStore, dispatches, new Choices(sql), names, tenancy, clock);
    final MailDesk desk = new MailDesk(
            dispatchStore,
            tokenStore,
            tokens,
            new Stationery(PUBLIC),
            new MailWriter(PUBLIC, "noroshi@pref.miyagi.example"));
    Rates rates = new Rates(settings.perMinute(), settings.alertsPerMinute());
    private final List<Smtp> opened = new ArrayList<>();

    {
        var mail = new ArticleMail(new NewsDesk(sql), dispatches, dispatchStore, tenancy);
        listeners.add(new ArticleListeners.Ear("mail-urgent", Lane.ALERT, true, mail));
        listeners.add(new ArticleListeners.Ear("mail", Lane.ORDINARY, false, mail));
    }

    @BeforeEach
    void fillMiyagi() {
        tenancy.runEverywhere(() -> {
            sql.sql("""
                            insert into government (code, name, kind, parent) values
                                ('040002', '宮城県', 'prefecture', null), ('041009', '仙台市', 'city', '040002')
                            """).update();
            sql.sql("""
                            insert into area (code, name, parent, kind) values
                                ('040002', '宮城県', null, 'prefecture'), ('r-sendai', '仙台地域', '040002', 'region'),
                                ('041009', '仙台市', 'r-sendai', 'municipality'), ('041017', '青葉区', '041009', 'ward'),
                                ('r-ishinomaki', '石巻地域', '040002', 'region'),
                                ('042021', '石巻市', 'r-ishinomaki', 'municipality')
                            """).update();
            sql.sql("insert into department (government, code, name) values ('040002', 'kouhou', '広報課'), ('041009', 'kouhou', '広報課')").update();
            sql.sql("""
                            insert into officer (government, login, department, name, created_at) values
                                ('040002', 'sato', 'kouhou', '佐藤', now()), ('041009', 'abe', 'kouhou', '阿部', now())
                            """).update();
            sql.sql("""
                            insert into series (government, code, name, layout) values
                                ('040002', 'news', 'お知らせ', 'news'), ('040002', 'emergency', '緊急・防災情報', 'news'),
                                ('040002', 'press', 'みやぎ復興プレス', 'magazine'), ('041009', 'news', 'お知らせ', 'news')
                            """).update();
        });
    }

    @AfterEach
    void closeConnections() {
        opened.forEach(Smtp::close);
        sink.close();
    }

    static MailAddress address(String text) {
        return MailAddress.parse(text).orElseThrow();
    }

    void subscribed(String government, String address, Set<String> series, Set<String> areas) {
        subscriptions.addConfirmed(government, address(address), new Interests(series, areas));
    }

    Subscriber subscriber(String address) {
        return tenancy.in(MIYAGI, () -> subscribers.find(MIYAGI, address(address)).orElseThrow());
    }

    /** Writes an article and tells that it is public, as publishing does. Returns its number. */
    long published(String series, String lane, String title, String... areas) {
        return tenancy.in(MIYAGI, () -> {
            long id = sql.sql("""
                            insert into article (government, series, state, public_edition, lane, created_by, created_at, first_public_at)
                            select '040002', :series, 'public', 1, :lane, id, now(), now() from officer where login = 'sato' returning id
                            """)
                    .param("series", series)
                    .param("lane", lane)
                    .query(Long.class)
                    .single();
            edition(id, 1, title, "", "", areas);
            announce(id, 1, lane, true, "");
            return id;
        });
    }

    void republished(long article, int edition, String title, String correction) {
        tenancy.run(MIYAGI, () -> {
            edition(article, edition, title, correction, "");
            announce(article, edition, "ORDINARY", false, correction);
        });
    }

    void edition(long article, int number, String title, String correction, String marks, String... areas) {
        sql.sql("""
                        insert into edition (government, article, number, title, body, areas, correction, marks, written_by, written_at)
                        select '040002', :article, :number, :title, :body, :areas, :correction, :marks, id, now()
                          from officer where login = 'sato'
                        """)
                .param("article", article)
                .param("number", number)
                .param("title", title)
                .param("body", "本文です。**大切**なこと。\n\n| 場所 | 時刻 |\n|---|---|\n| 役場 | 9時 |\n\n[詳しく](/news/1)")
                .param("areas", areas)
                .param("correction", correction)
                .param("marks", marks)
                .update();
    }

    void announce(long article, int edition, String lane, boolean first, String correction) {
        outbox.announce(
                MIYAGI,
                new Event(
                        "article.public",
                        String.valueOf(article),
                        Map.of(
                                "article", String.valueOf(article),
                                "edition", String.valueOf(edition),
                                "lane", lane,
                                "first", String.valueOf(first),
                                "correction", correction)));
    }

    Smtp connection() {
        var smtp = new Smtp(sink.settings(), settings.timeoutMs(), null);
        opened.add(smtp);
        return smtp;
    }

    Sender sender() {
        return sender(Moments.UNDISTURBED);
    }

    Sender sender(Moments moments) {
        return new Sender(queue, results, desk, rates, tenancy, clock, moments);
    }

    /** Sends until nothing is due. */
    void sendAll() {
        var smtp = connection();
        var sender = sender();
        while (sender.step(smtp, Arrays.asList(Lane.values())) instanceof Sender.Round.Worked) {}
    }

    List<String> ledger(String... columns) {
        return tenancy.everywhere(() -> sql.sql("select concat_ws(' ', " + String.join(", ", columns)
                        + ") from delivery order by id")
                .query(String.class)
                .list());
    }

    /** The secret token that stands in the newest mail to the address. */
    String tokenInMailTo(String address) {
        var taken = sink.taken.stream().filter(t -> t.to().equals(address)).toList().getLast();
        var matcher = TOKEN.matcher(plain(taken));
        if (!matcher.find()) throw new AssertionError("There is no token in the mail to " + address);
        return matcher.group(1);
    }

    static String plain(MailSink.Taken taken) {
        return part(taken, 0);
    }

    static String html(MailSink.Taken taken) {
        return part(taken, 1);
    }

    private static String part(MailSink.Taken taken, int index) {
        try {
            return ((jakarta.mail.internet.MimeMultipart) taken.mail().getContent())
                    .getBodyPart(index)
                    .getContent()
                    .toString();
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static String header(MailSink.Taken taken, String name) {
        try {
            var values = taken.mail().getHeader(name);
            return values == null ? "" : jakarta.mail.internet.MimeUtility.decodeText(
                    jakarta.mail.internet.MimeUtility.unfold(values[0]));
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
