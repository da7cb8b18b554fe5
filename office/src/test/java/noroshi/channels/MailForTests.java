package noroshi.channels;

import java.net.URI;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Lane;
import noroshi.platform.Listener;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.PublicArticles;
import noroshi.publishing.SeriesShelf;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets tests of other features see the mails that reach a subscriber, through a real mail server. */
public final class MailForTests implements AutoCloseable {

    private static final URI PUBLIC = URI.create("https://www.example.jp");

    private final MailSink sink = new MailSink();
    private final MailSettings settings = new MailSettings(1, 60_000, 60_000, 20, 2_000);
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final JdbcClient sql;
    private final Subscriptions subscriptions;
    private final ArticleMail articles;

    public final Dispatches dispatches;

    public MailForTests(
            JdbcClient sql,
            Tenancy tenancy,
            InstantSource clock,
            Outbox outbox,
            Audit audit,
            Directory directory,
            SeriesShelf series,
            PublicArticles publicArticles) {
        this.sql = sql;
        this.tenancy = tenancy;
        this.clock = clock;
        dispatches = DispatchesForTests.make(sql, tenancy, clock, outbox, audit, directory);
        subscriptions = new Subscriptions(
                new SubscriberStore(sql),
                new Wishes(sql),
                new TokenStore(sql),
                dispatches,
                new Choices(series, directory),
                directory,
                tenancy,
                clock);
        articles = new ArticleMail(publicArticles, series, directory, dispatches, new DispatchStore(sql), tenancy);
    }

    /** @param plain and html bodies */
    public record Mail(String subject, String plain, String html) {}

    /** Those that write mail of public articles and of alerts. */
    public List<Listener> listeners() {
        return List.of(
                new ArticleListeners.Ear("mail-urgent", Lane.ALERT, true, articles, dispatches),
                new ArticleListeners.Ear("mail", Lane.ORDINARY, false, articles, dispatches));
    }

    public void subscribe(String government, String address, Set<String> series, Set<String> areas) {
        subscriptions.addConfirmed(government, MailAddress.parse(address).orElseThrow(), new Interests(series, areas));
    }

    /** Sends what is due, and gives all that was ever sent. */
    public List<Mail> sent() {
        var smtp = new Smtp(sink.settings(), settings.timeoutMs(), null);
        var desk = new MailDesk(
                new DispatchStore(sql),
                new TokenStore(sql),
                new Tokens(new byte[32]),
                new Stationery(PUBLIC),
                new MailWriter(PUBLIC, "noroshi@pref.miyagi.example"));
        var sender = new Sender(
                new DeliveryQueue(sql),
                new Results(sql),
                desk,
                new Rates(settings.perMinute(), settings.alertsPerMinute()),
                tenancy,
                clock,
                Moments.UNDISTURBED);
        try {
            while (sender.step(smtp, Arrays.asList(Lane.values())) instanceof Sender.Round.Worked) {}
        } finally {
            smtp.close();
        }
        return sink.taken.stream()
                .map(one ->
                        new Mail(ChannelsTest.header(one, "Subject"), ChannelsTest.plain(one), ChannelsTest.html(one)))
                .toList();
    }

    @Override
    public void close() {
        sink.close();
    }
}
