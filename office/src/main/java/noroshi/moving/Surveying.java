package noroshi.moving;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import noroshi.moving.page.Addresses;
import noroshi.moving.page.Letters;
import noroshi.moving.page.OldPage;
import noroshi.platform.Tenancy;
import noroshi.publishing.MediaFact;
import noroshi.publishing.TakeInMedia;
import noroshi.publishing.TakeInMedia.Looked;
import org.springframework.stereotype.Component;

/** Looks at every file and page once before any is converted: what files are, which pages are mere frames, what stands on many pages. */
@Component
final class Surveying implements Step {

    private static final int AT_ONCE = 20;

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final InstantSource clock;

    Surveying(Tenancy tenancy, Jobs jobs, Entries entries, InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.clock = clock;
    }

    @Override
    public MovingState state() {
        return MovingState.SURVEYING;
    }

    @Override
    public void next(MovingJob job) {
        tenancy.run(job.government(), () -> {
            for (int i = 0; i < AT_ONCE; i++) {
                var next = entries.next(job, "gathered", "%");
                if (next.isEmpty()) {
                    redirects(job);
                    jobs.state(job, MovingState.CONVERTING, "", clock.instant());
                    return;
                }
                look(job, next.get());
            }
        });
    }

    /** Redirects that the old server told of. */
    private void redirects(MovingJob job) {
        entries.of(job, """
                        update moving_entry e set same_as = t.number from moving_entry t
                         where e.government = :government and e.job = :job and t.government = :government and t.job = :job
                           and e.state = 'skipped' and e.same_as is null and cardinality(e.links) = 1 and t.address = e.links[1] and t.copy = 0
                           and t.number <> e.number
                        """).update();
    }

    private void look(MovingJob job, Entries.Raw entry) {
        if (entry.kind().equals("media")) media(job, entry);
        else if (entry.type().equals("text/markdown")) surveyed(job, entry, title(entry), List.of());
        else readable(job, entry);
    }

    private void readable(MovingJob job, Entries.Raw entry) {
        try {
            page(job, entry);
        } catch (StackOverflowError e) {
            entries.end(job, entry.number(), "failed", "入れ子が深すぎて読み取れないページです。内容を写して、記事として書いてください");
        }
    }

    private static String title(Entries.Raw entry) {
        return FrontMatter.read(new String(entry.content(), java.nio.charset.StandardCharsets.UTF_8))
                .text("title");
    }

    private void page(MovingJob job, Entries.Raw entry) {
        var read = Letters.read(entry.content(), Crawling.charset(entry.type()));
        var survey = OldPage.parse(entry.address(), read.text()).survey();
        surveyed(job, entry, survey.heading(), survey.blocks());
        if (!survey.frames().isEmpty()) frameset(job, entry, survey.frames());
        else if (!survey.sentTo().isBlank()) sentOn(job, entry, survey.sentTo());
    }

    private void surveyed(MovingJob job, Entries.Raw entry, String heading, List<Long> blocks) {
        entries.of(job, """
                        update moving_entry set state = 'surveyed', heading = :heading, blocks = :blocks $job and number = :number and state = 'gathered'
                        """)
                .param("heading", heading.length() <= 500 ? heading : heading.substring(0, 500))
                .param("blocks", blocks.toArray(Long[]::new))
                .param("number", entry.number())
                .update();
    }

    /** The frame that holds the words stands for the whole; the others were its menus. */
    private void frameset(MovingJob job, Entries.Raw entry, List<OldPage.Frame> frames) {
        record Candidate(int number, String name, long bytes) {}
        var candidates = frames.stream()
                .flatMap(frame -> {
                    var address = Addresses.resolve(entry.address(), frame.source(), job.origin());
                    return address == null
                            ? java.util.stream.Stream.<Candidate>empty()
                            : entries
                                    .of(
                                            job,
                                            "select number, octet_length(content) bytes from moving_entry $job and address = :address and kind = 'page' and copy = 0")
                                    .param("address", address)
                                    .query((row, n) ->
                                            new Candidate(row.getInt("number"), frame.name(), row.getLong("bytes")))
                                    .list()
                                    .stream();
                })
                .toList();
        if (candidates.isEmpty()) {
            entries.end(job, entry.number(), "failed", "フレームの中身のページが見つかりません");
            return;
        }
        var content = candidates.stream()
                .filter(one -> one.name().matches(".*(main|cont|right|body|honbun|text|page).*"))
                .findFirst()
                .orElseGet(() -> candidates.stream()
                        .max(java.util.Comparator.comparingLong(Candidate::bytes))
                        .orElseThrow());
        stands(job, entry.number(), content.number(), "フレームの外枠です。中身のページを取り込みます");
        for (var other : candidates)
            if (other != content && other.number() != entry.number())
                stands(job, other.number(), content.number(), "フレームのメニューや見出しです");
    }

    private void sentOn(MovingJob job, Entries.Raw entry, String location) {
        var target = Addresses.resolve(entry.address(), location, job.origin());
        if (target == null || target.equals(entry.address())) return;
        var number = entries.of(job, "select number from moving_entry $job and address = :address and copy = 0")
                .param("address", target)
                .query(Integer.class)
                .optional();
        if (number.isPresent()) stands(job, entry.number(), number.get(), "ほかのページへ転送するだけのページです");
    }

    private void stands(MovingJob job, int number, int other, String reason) {
        entries.of(
                        job,
                        "update moving_entry set state = 'skipped', reason = :reason, same_as = :other $job and number = :number")
                .param("number", number)
                .param("other", other)
                .param("reason", reason)
                .update();
    }

    private void media(MovingJob job, Entries.Raw entry) {
        var meta = entries.of(job, "select meta from moving_entry $job and number = :number")
                .param("number", entry.number())
                .query(String.class)
                .single();
        var name = line(meta, "name").isBlank() ? Addresses.fileName(entry.address()) : line(meta, "name");
        switch (TakeInMedia.look(name, entry.content(), line(meta, "alt"), line(meta, "caption"))) {
            case Looked.Refused(var reason) -> {
                entries.end(job, entry.number(), "failed", reason);
                entries.of(job, "update moving_entry set content = null $job and number = :number")
                        .param("number", entry.number())
                        .update();
            }
            case Looked.Fit(var media, var content) ->
                entries.of(job, """
                            update moving_entry set state = 'ready', hash = :hash, media = :media, content = :content $job and number = :number
                            """)
                        .param("hash", media.hash())
                        .param("media", written(media))
                        .param("content", content)
                        .param("number", entry.number())
                        .update();
        }
    }

    private static String line(String meta, String name) {
        return meta.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> line.substring(name.length() + 1))
                .findFirst()
                .orElse("");
    }

    static String written(MediaFact media) {
        return String.join(
                "\t",
                media.kind().name().toLowerCase(Locale.ROOT),
                media.type(),
                media.extension(),
                String.valueOf(media.width() == null ? 0 : media.width()),
                String.valueOf(media.height() == null ? 0 : media.height()),
                media.name().replace('\t', ' '),
                media.alt().replace('\t', ' '),
                media.caption().replace('\t', ' '));
    }

    static MediaFact fact(String hash, String written, long bytes) {
        var parts = written.split("\t", -1);
        boolean image = parts[0].equals("image");
        return new MediaFact(
                hash,
                image ? MediaFact.Kind.IMAGE : MediaFact.Kind.ATTACHMENT,
                parts[5],
                parts[1],
                parts[2],
                bytes,
                image ? Integer.valueOf(parts[3]) : null,
                image ? Integer.valueOf(parts[4]) : null,
                parts[6],
                parts[7]);
    }
}
