package noroshi.moving;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.FormerPlaces;
import noroshi.publishing.TakeBackArticles;
import noroshi.publishing.TakeInMedia;
import org.springframework.stereotype.Component;

/** Takes a release back: the job's pages wait for review again, and the tables of publishing are what they were before. One transaction. */
@Component
final class Undoing implements Step {

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final NewSeries newSeries;
    private final TakeBackArticles takeBack;
    private final TakeInMedia media;
    private final Redirects redirects;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Undoing(
            Tenancy tenancy,
            Jobs jobs,
            Entries entries,
            NewSeries newSeries,
            TakeBackArticles takeBack,
            TakeInMedia media,
            Redirects redirects,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.newSeries = newSeries;
        this.takeBack = takeBack;
        this.media = media;
        this.redirects = redirects;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MovingState state() {
        return MovingState.UNDOING;
    }

    @Override
    public void next(MovingJob job) {
        tenancy.run(
                job.government(),
                () -> undo(jobs.lock(job.government(), job.id()).orElseThrow()));
    }

    private void undo(MovingJob job) {
        if (job.state() != MovingState.UNDOING) return;
        var articles = entries.of(job, "select article from moving_entry $job and kind = 'page' and state = 'released'")
                .query(Long.class)
                .list();
        var staying = takeBack.handle(job.government(), articles, former(job));
        var stayingPaths = entries.of(
                        job,
                        "select '/' || a.series || '/' || a.id from article a where a.government = :government and a.id = any (:ids) and :job > 0")
                .param("ids", staying.toArray(Long[]::new))
                .query(String.class)
                .list();
        redirects.takeBack(job, stayingPaths);
        files(job);
        newSeries.takeBack(job);
        entries.of(job, """
                        update moving_entry set state = case when findings ~ '(^|\\n)(error|warning)' then 'findings' else 'ready' end
                        $job and kind = 'page' and state = 'released' and article <> all (:staying)
                        """).param("staying", staying.toArray(Long[]::new)).update();
        entries.of(job, "delete from moving_place $job").update();
        jobs.state(
                job,
                MovingState.READY,
                staying.isEmpty() ? "" : "取り込んだ後に手が加えられた記事%d件は、取り消さずに残しました。".formatted(staying.size()),
                clock.instant());
        audit.record(
                job.government(),
                job.changedBy(),
                "moving.undone",
                "moving:" + job.id(),
                "%s：%d件を取り消し%s"
                        .formatted(
                                job.name(),
                                articles.size() - staying.size(),
                                staying.isEmpty() ? "" : "、%d件は残した".formatted(staying.size())));
        outbox.announce(
                job.government(), new Event("site.rebuild", job.government(), Map.of("government", job.government())));
    }

    private FormerPlaces former(MovingJob job) {
        List<FormerPlaces.Place> places = entries.of(
                        job, "select list, article, position from moving_place $job order by list, position")
                .query(FormerPlaces.Place.class)
                .list();
        return new FormerPlaces(places);
    }

    private void files(MovingJob job) {
        var made = entries.of(job, "select hash from moving_entry $job and kind = 'media' and made")
                .query(String.class)
                .list();
        media.takeBack(job.government(), made);
        entries.of(
                        job,
                        "update moving_entry set made = false, state = 'ready' $job and kind = 'media' and state = 'released'")
                .update();
    }
}
