package noroshi.channels;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.platform.Lane;
import noroshi.publishing.Article;
import noroshi.publishing.Content;
import noroshi.publishing.PublishingLane;
import noroshi.publishing.PublishingTest;
import noroshi.publishing.Series;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Miyagi with a few series, a real mail server, and everything of this feature put together as in the office. */
abstract class ChannelsTest extends PublishingTest {

    static final URI PUBLIC = URI.create("https://www.example.jp");
    private static final Pattern TOKEN = Pattern.compile("\\?t=([A-Za-z0-9_-]+)");

    final MailSink sink = new MailSink();
    final Tokens tokens = new Tokens(new byte[32]);
    final SubscriberStore subscribers = new SubscriberStore(sql);
    final DispatchStore dispatchStore = new DispatchStore(sql);
    final TokenStore tokenStore = new TokenStore(sql);
    final Audience audience = new Audience(sql);
    final DeliveryQueue queue = new DeliveryQueue(sql);
    final Results results = new Results(sql);
    MailSettings settings = new MailSettings(1, 60_000, 60_000, 3, 2_000);
    final Dispatches dispatches = new Dispatches(
            dispatchStore, audience, tenancy, clock, new SenderBell(), outbox, audit, directory, settings);
    final Subscriptions subscriptions = new Subscriptions(
            subscribers,
            new Wishes(sql),
            tokenStore,
            dispatches,
            new Choices(series, directory),
            directory,
            tenancy,
            clock);
    final MailDesk desk = new MailDesk(
            dispatchStore,
            tokenStore,
            tokens,
            new Stationery(PUBLIC),
            new MailWriter(PUBLIC, "noroshi@pref.miyagi.example"));
    Rates rates = new Rates(settings.perMinute(), settings.alertsPerMinute());
    private final List<Smtp> opened = new ArrayList<>();

    {
        var mail = new ArticleMail(publicArticles, series, directory, dispatches, dispatchStore, tenancy);
        listeners.add(new ArticleListeners.Ear("mail-urgent", Lane.ALERT, true, mail, dispatches));
        listeners.add(new ArticleListeners.Ear("mail", Lane.ORDINARY, false, mail, dispatches));
    }

    @BeforeEach
    void oneApprovalIsEnough() {
        tenancy.run(
                MIYAGI, () -> series.put(new Series(MIYAGI, "press", "みやぎ復興プレス", "", "magazine", "kouhou", null, 1)));
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
        return tenancy.in(
                MIYAGI, () -> subscribers.find(MIYAGI, address(address)).orElseThrow());
    }

    Article news(String title, String... areas) {
        return published("news", words(title, areas));
    }

    Article magazine(String title) {
        return published("press", words(title));
    }

    Article emergency(String title, String... areas) {
        var article = written("emergency", words(title, areas));
        return done(publish(article, PublishingLane.EMERGENCY, watch)).article();
    }

    Content words(String title, String... areas) {
        var body = "本文です。**大切**なこと。\n\n| 場所 | 時刻 |\n|---|---|\n| 役場 | 9時 |\n\n[詳しく](/news/1)";
        return Content.of(title, "", body).withAreas(List.of(areas));
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
        deliverAnnouncements();
        var smtp = connection();
        var sender = sender();
        while (sender.step(smtp, Arrays.asList(Lane.values())) instanceof Sender.Round.Worked) {}
    }

    List<String> ledger(String... columns) {
        return tenancy.everywhere(
                () -> sql.sql("select concat_ws(' ', " + String.join(", ", columns) + ") from delivery order by id")
                        .query(String.class)
                        .list());
    }

    /** The secret token that stands in the newest mail to the address. */
    String tokenInMailTo(String address) {
        var taken =
                sink.taken.stream().filter(t -> t.to().equals(address)).toList().getLast();
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
            return values == null
                    ? ""
                    : jakarta.mail.internet.MimeUtility.decodeText(jakarta.mail.internet.MimeUtility.unfold(values[0]));
        } catch (java.io.IOException | jakarta.mail.MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static Instant at(String instant) {
        return Instant.parse(instant);
    }
}
