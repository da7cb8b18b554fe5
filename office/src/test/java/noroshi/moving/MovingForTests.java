package noroshi.moving;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Outbox;
import noroshi.platform.SettableClock;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import noroshi.publishing.TakeBackArticles;
import noroshi.publishing.TakeInArticles;
import noroshi.publishing.TakeInMedia;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moving in, without its thread: a test does the worker's rounds. */
public final class MovingForTests {

    public final Jobs jobs;
    public final MovingDesk desk;
    public final StartMoving start;
    public final ReleaseMoving release;
    public final UndoMoving undo;
    public final DiscardMoving discard;
    public final ChangeMovingRules rules;
    final Entries entries;
    final MovingWorker worker;
    private final Tenancy tenancy;

    public record Publishing(
            TakeInArticles in, TakeBackArticles back, TakeInMedia media, SeriesShelf series, Directory directory) {}

    public MovingForTests(
            Tenancy tenancy,
            JdbcClient sql,
            SettableClock clock,
            Audit audit,
            Outbox outbox,
            Publishing publishing,
            MovingSettings settings,
            Path data) {
        this.tenancy = tenancy;
        jobs = new Jobs(sql);
        entries = new Entries(sql);
        desk = new MovingDesk(jobs, entries);
        var crawling = new Crawling(tenancy, entries, settings, clock);
        worker = new MovingWorker(tenancy, jobs, steps(sql, clock, audit, outbox, publishing, crawling), clock);
        start = new StartMoving(
                tenancy,
                jobs,
                crawling,
                publishing.series(),
                publishing.directory(),
                settings,
                settings(data),
                audit,
                worker);
        release = new ReleaseMoving(tenancy, jobs, worker);
        undo = new UndoMoving(tenancy, jobs, entries, worker);
        discard = new DiscardMoving(tenancy, jobs, desk, audit);
        rules = new ChangeMovingRules(
                tenancy, jobs, entries, publishing.series(), publishing.directory(), audit, worker);
    }

    private List<Step> steps(
            JdbcClient sql, SettableClock clock, Audit audit, Outbox outbox, Publishing publishing, Crawling crawling) {
        var newSeries = new NewSeries(entries, publishing.series());
        var redirects = new Redirects(entries, publishing.series());
        return List.of(
                new Gathering(tenancy, jobs, entries, new Packages(entries), crawling, clock),
                new Surveying(tenancy, jobs, entries, clock),
                new Converting(tenancy, jobs, entries, clock),
                new Linking(tenancy, jobs, entries, publishing.series(), publishing.directory(), clock),
                new Releasing(
                        tenancy,
                        jobs,
                        entries,
                        newSeries,
                        publishing.in(),
                        publishing.media(),
                        redirects,
                        publishing.directory(),
                        outbox,
                        audit,
                        clock),
                new Undoing(
                        tenancy,
                        jobs,
                        entries,
                        newSeries,
                        publishing.back(),
                        publishing.media(),
                        redirects,
                        outbox,
                        audit,
                        clock));
    }

    private static Settings settings(Path data) {
        return new Settings(
                URI.create("https://www.example.jp"),
                URI.create("https://office.example.jp"),
                data,
                "040002",
                false,
                new Settings.Database("", "", ""),
                List.of(),
                new Settings.Smtp("127.0.0.1", 25, "", "", "none", "a@example.jp"),
                new Settings.Jma(List.of(), null),
                null);
    }

    /** Reads an upload until it waits for review. */
    public MovingJob read(String government, String name, byte[] content, Officer by, Instant at) {
        var outcome = start.handle(new StartMoving.Command(
                government,
                name,
                "upload",
                List.of(new StartMoving.File(name, content)),
                "",
                "http://www.town.example.jp",
                "news",
                null,
                100,
                5,
                by,
                at));
        if (!(outcome instanceof MovingOutcome.Done(var id))) throw new AssertionError(outcome);
        return finished(government, id);
    }

    public MovingJob finished(String government, long id) {
        while (worker.round()) {}
        return job(government, id);
    }

    public MovingJob job(String government, long id) {
        return tenancy.in(government, () -> desk.find(government, id).orElseThrow());
    }

    public MovingCounts counts(MovingJob job) {
        return tenancy.in(job.government(), () -> desk.counts(job));
    }

    public List<MovingPage> pages(MovingJob job) {
        return tenancy.in(job.government(), () -> desk.report(job));
    }

    public MovingPage page(MovingJob job, String address) {
        return pages(job).stream()
                .filter(page -> page.address().equals(address))
                .map(page -> tenancy.in(
                        job.government(), () -> desk.page(job, page.number()).orElseThrow()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + address + " in "
                        + pages(job).stream().map(MovingPage::address).toList()));
    }
}
