package noroshi.site;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import noroshi.platform.Settings;
import noroshi.publishing.PublishingTest;
import noroshi.snapshot.Answer;
import noroshi.snapshot.Fragment;
import noroshi.snapshot.Key;
import noroshi.snapshot.SigningKey;
import noroshi.snapshot.Snapshot;
import noroshi.snapshot.Trust;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** A test of the whole way from an act of publishing to what an address answers, with a set clock. */
public abstract class SiteTest extends PublishingTest {

    @TempDir
    protected Path data;

    protected final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();
    protected Snapshots snapshots;
    protected SiteListener site;
    protected Rebuild rebuild;
    protected Readers readers;

    @BeforeEach
    void openSite() throws IOException {
        keys();
        snapshots = new Snapshots(data, MIYAGI, List.of());
        var survey = new Survey(directory, series, sql, new LookStore(sql, json), settings());
        var reader = new ArticleReader(publicArticles, lists, sql);
        readers = new Readers(
                survey,
                reader,
                new ListReader(lists, publicArticles, sql),
                new Places(sql),
                new MediaReader(sql),
                publicArticles);
        var alerts = new Alerts(beans.getBeanProvider(BannerSource.class), readers);
        var registers = new Registers(beans.getBeanProvider(PageSource.class), survey);
        rebuild = new Rebuild(
                tenancy, readers, publicArticles, snapshots, alerts, registers, outbox, new KeptPages(sql), clock);
        site = new SiteListener(tenancy, readers, snapshots, registers, rebuild, clock);
        listeners.add(site);
        listeners.add(new AlertListener(tenancy, alerts, readers, snapshots, clock));
    }

    @AfterEach
    void closeSite() {
        snapshots.close();
    }

    private void keys() throws IOException {
        var random = new SecureRandom();
        var root = SigningKey.generate(random);
        var signing = SigningKey.generate(random);
        var folder = Files.createDirectories(data.resolve("keys"));
        var now = clock.instant();
        var trust = Trust.sign(root, 1, now, now.plus(Duration.ofDays(3000)), List.of(signing.verifyKey()));
        Files.writeString(folder.resolve("root.pub"), root.verifyKey().hex());
        Files.writeString(folder.resolve("signing.key"), signing.text());
        Files.write(folder.resolve("trust"), trust.bytes());
    }

    protected Settings settings() {
        return new Settings(
                URI.create("https://www.example.jp"),
                URI.create("https://office.example.jp"),
                data,
                MIYAGI,
                false,
                new Settings.Database("", "", ""),
                List.of(),
                new Settings.Smtp("127.0.0.1", 25, "", "", "none", "a@example.jp"),
                new Settings.Jma(List.of(), null),
                null);
    }

    protected void buildEverything() {
        rebuild.run(Set.of(Rebuild.ALL));
    }

    protected Snapshot snapshot() {
        return java.util.Objects.requireNonNull(snapshots.writer().current(), "nothing was published");
    }

    /** What the address of Miyagi's site answers now; the status first. */
    protected String get(String path) {
        return text(snapshot().resolve(Key.of(MIYAGI, path), clock.instant()));
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> "200\n" + body(found.body());
            case Answer.Gone gone -> "410\n" + body(gone.body());
            case Answer.Moved moved -> moved.status() + " " + moved.target();
            case Answer.Absent absent -> "404";
        };
    }

    private static String body(List<noroshi.snapshot.Content> contents) {
        var text = new StringBuilder();
        for (var content : contents)
            text.append(
                    content instanceof Fragment fragment
                            ? new String(fragment.plain(), StandardCharsets.UTF_8)
                            : "[blank]");
        return text.toString();
    }

    /** Every key of the snapshot. */
    protected List<Key> keysOf(Snapshot snapshot) {
        var keys = new ArrayList<Key>();
        snapshot.keys(keys::add);
        return keys;
    }
}
