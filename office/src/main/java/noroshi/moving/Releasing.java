package noroshi.moving;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import noroshi.moving.page.OldDates;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.Content;
import noroshi.publishing.Happening;
import noroshi.publishing.IncomingArticle;
import noroshi.publishing.TakeInArticles;
import noroshi.publishing.TakeInMedia;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what was reviewed into articles, files and redirects: one transaction, so that a kill leaves all of it or nothing. */
@Component
final class Releasing implements Step {

    private static final Pattern MEDIA = Pattern.compile("/media/([0-9a-f]{64})\\.");

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final NewSeries newSeries;
    private final TakeInArticles takeIn;
    private final TakeInMedia takeInMedia;
    private final Redirects redirects;
    private final Directory directory;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    Releasing(
            Tenancy tenancy,
            Jobs jobs,
            Entries entries,
            NewSeries newSeries,
            TakeInArticles takeIn,
            TakeInMedia takeInMedia,
            Redirects redirects,
            Directory directory,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.newSeries = newSeries;
        this.takeIn = takeIn;
        this.takeInMedia = takeInMedia;
        this.redirects = redirects;
        this.directory = directory;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public MovingState state() {
        return MovingState.RELEASING;
    }

    @Override
    public void next(MovingJob job) {
        tenancy.run(
                job.government(),
                () -> release(jobs.lock(job.government(), job.id()).orElseThrow()));
    }

    private void release(MovingJob job) {
        if (job.state() != MovingState.RELEASING) return;
        newSeries.make(job);
        var pages = pages(job);
        var used = new LinkedHashSet<String>();
        var incoming = new ArrayList<IncomingArticle>();
        var have = media(job);
        for (var page : pages) {
            var article = incoming(job, page, have.keySet());
            incoming.add(article);
            used.addAll(article.content().attachments());
        }
        for (var hash : used) keep(job, hash, Objects.requireNonNull(have.get(hash)));
        var former = takeIn.handle(job.government(), incoming, job.changedBy(), clock.instant());
        for (var place : former.places())
            entries.of(job, """
                            insert into moving_place (government, job, list, article, position)
                            values (:government, :job, :list, :article, :position) on conflict do nothing
                            """)
                    .param("list", place.list())
                    .param("article", place.article())
                    .param("position", place.position())
                    .update();
        entries.of(job, "update moving_entry set state = 'released' $job and number = any (:numbers)")
                .param("numbers", pages.stream().map(Page::number).toArray(Integer[]::new))
                .update();
        redirects.lead(job, clock.instant());
        finish(job, incoming);
    }

    private void finish(MovingJob job, List<IncomingArticle> incoming) {
        int left = entries.count(job, "kind = 'page' and state in ('ready', 'findings')");
        jobs.state(job, left == 0 ? MovingState.RELEASED : MovingState.READY, "", clock.instant());
        long drafts =
                incoming.stream().filter(article -> article.publicAt() == null).count();
        audit.record(
                job.government(),
                job.changedBy(),
                "moving.released",
                "moving:" + job.id(),
                "%s：公開%d件、下書き%d件%s"
                        .formatted(
                                job.name(),
                                incoming.size() - drafts,
                                drafts,
                                job.reason().isBlank() ? "" : "。エラーのあるページも公開する理由：" + job.reason()));
        outbox.announce(
                job.government(), new Event("site.rebuild", job.government(), Map.of("government", job.government())));
    }

    private record Page(
            int number,
            String address,
            long article,
            String series,
            @Nullable String department,
            String title,
            String summary,
            String body,
            List<String> areas,
            List<String> topics,
            @Nullable Instant publicAt,
            @Nullable Instant changedOn,
            boolean draft,
            int errors,
            String findings,
            String meta) {}

    private List<Page> pages(MovingJob job) {
        return entries.of(job, """
                        select number, address, article, series, department, title, summary, body, areas, topics, public_at, changed_on, draft,
                               errors, findings, meta
                          from moving_entry $job and kind = 'page' and state in ('ready', 'findings')
                         order by public_at nulls last, number limit :max
                        """)
                .param("max", job.batch() == 0 ? Integer.MAX_VALUE : job.batch())
                .query((row, n) -> new Page(
                        row.getInt("number"),
                        row.getString("address"),
                        row.getLong("article"),
                        row.getString("series"),
                        row.getString("department"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        Entries.texts(row.getArray("areas")),
                        Entries.texts(row.getArray("topics")),
                        Jobs.instant(row, "public_at"),
                        Jobs.instant(row, "changed_on"),
                        row.getBoolean("draft"),
                        row.getInt("errors"),
                        row.getString("findings"),
                        row.getString("meta")))
                .list();
    }

    private IncomingArticle incoming(MovingJob job, Page page, Set<String> have) {
        boolean draft = page.draft() || page.errors() > 0 && job.errorsAs().equals("draft");
        var files = new LinkedHashSet<String>();
        MEDIA.matcher(page.body()).results().map(found -> found.group(1)).forEach(files::add);
        files.addAll(List.of(told(page, "attachments").split(",")));
        files.retainAll(have);
        var image = told(page, "image");
        if (have.contains(image)) files.add(image);
        var areas = new ArrayList<>(page.areas());
        areas.removeAll(directory.unknownAreas(page.areas()));
        var topics = new ArrayList<>(page.topics());
        topics.removeAll(directory.unknownTopics(page.topics()));
        var content = Content.of(page.title(), page.summary(), page.body())
                .withAreas(areas)
                .withTopics(topics)
                .withDepartment(page.department())
                .withHappening(happening(page))
                .withImage(have.contains(image) ? image : null)
                .withAttachments(List.copyOf(files));
        return new IncomingArticle(
                page.article(),
                page.series(),
                content,
                draft ? null : page.publicAt(),
                page.changedOn(),
                job.origin() + page.address(),
                draft ? null : passed(job, page));
    }

    private static IncomingArticle.@Nullable Passed passed(MovingJob job, Page page) {
        if (page.errors() == 0) return null;
        var errors = Findings.read(page.findings()).stream()
                .filter(one -> one.weight().equals("error"))
                .toList();
        return new IncomingArticle.Passed(
                job.reason(),
                errors.stream().map(one -> one.rule()).distinct().sorted().toList(),
                errors.stream()
                        .map(one -> "%d行目 %s".formatted(one.line(), one.words()))
                        .collect(java.util.stream.Collectors.joining("\n")));
    }

    /** What an export of ours told above the article. */
    private static String told(Page page, String name) {
        var mark = "noroshi:" + name + "=";
        return page.meta()
                .lines()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()))
                .findFirst()
                .orElse("");
    }

    private static @Nullable Happening happening(Page page) {
        var starts = OldDates.machine(told(page, "eventStartsAt"));
        if (starts.isEmpty()) return null;
        return new Happening(
                starts.get(), OldDates.machine(told(page, "eventEndsAt")).orElse(null), told(page, "eventPlace"));
    }

    private record File(int number, String media) {}

    private Map<String, File> media(MovingJob job) {
        var files = new LinkedHashMap<String, File>();
        entries.of(
                        job,
                        "select number, hash, media from moving_entry $job and kind = 'media' and hash is not null order by number desc")
                .query(row -> {
                    files.put(row.getString("hash"), new File(row.getInt("number"), row.getString("media")));
                });
        return files;
    }

    private void keep(MovingJob job, String hash, File file) {
        var content = entries.of(job, "select content from moving_entry $job and number = :number")
                .param("number", file.number())
                .query((row, n) -> row.getBytes("content"))
                .single();
        boolean made = takeInMedia.keep(
                job.government(),
                Surveying.fact(hash, file.media(), content.length),
                content,
                job.changedBy(),
                clock.instant());
        entries.of(job, "update moving_entry set made = made or :made, state = 'released' $job and number = :number")
                .param("made", made)
                .param("number", file.number())
                .update();
    }
}
