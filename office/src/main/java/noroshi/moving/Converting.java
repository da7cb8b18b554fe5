package noroshi.moving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import noroshi.moving.page.Letters;
import noroshi.moving.page.OldDates;
import noroshi.moving.page.OldPage;
import noroshi.moving.page.Remark;
import noroshi.moving.page.SiteNames;
import noroshi.platform.Tenancy;
import noroshi.publishing.Content;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Turns pages into Markdown, each in a transaction of its own. What cannot be read says so in the report and holds up no other. */
@Component
final class Converting implements Step {

    private static final Logger log = LoggerFactory.getLogger(Converting.class);
    private static final int AROUND_CHARACTERS_MAX = 20_000;
    private static final Pattern FORMER = Pattern.compile("\\(article:(\\d{1,18})");

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final InstantSource clock;
    private @Nullable Known known;

    Converting(Tenancy tenancy, Jobs jobs, Entries entries, InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.clock = clock;
    }

    /** What the whole site tells, worked out once for a job. */
    private record Known(long job, OldPage.Site site, AddressBook book) {}

    @Override
    public MovingState state() {
        return MovingState.CONVERTING;
    }

    @Override
    public void next(MovingJob job) {
        var site = known(job);
        var entry = tenancy.in(job.government(), () -> entries.next(job, "surveyed", "page"));
        if (entry.isEmpty()) {
            tenancy.run(job.government(), () -> jobs.state(job, MovingState.LINKING, "", clock.instant()));
            known = null;
            return;
        }
        try {
            tenancy.run(job.government(), () -> convert(job, site, entry.get()));
        } catch (RuntimeException | StackOverflowError e) {
            log.warn("Page {} of job {} cannot be converted", entry.get().address(), job.id(), e);
            tenancy.run(
                    job.government(),
                    () -> entries.end(job, entry.get().number(), "failed", "読み取れない書き方のページです。内容を写して、記事として書いてください"));
        }
    }

    private Known known(MovingJob job) {
        var present = known;
        if (present != null && present.job() == job.id()) return present;
        var loaded = tenancy.in(job.government(), () -> {
            var headings = entries.headings(job);
            int pages = entries.count(job, "kind = 'page' and state in ('surveyed', 'converted')");
            return new Known(
                    job.id(),
                    new OldPage.Site(entries.commonBlocks(job), pages, SiteNames.of(headings), job.origin()),
                    new AddressBook(entries.lines(job)));
        });
        known = loaded;
        return loaded;
    }

    private void convert(MovingJob job, Known site, Entries.Raw entry) {
        if (entry.type().equals("text/markdown")) {
            keep(job, entry, ownPage(entry, site.book()), FrontMatter.read(utf8(entry)));
            return;
        }
        var text = Letters.read(entry.content(), Crawling.charset(entry.type())).text();
        keep(job, entry, OldPage.parse(entry.address(), text).convert(site.site(), site.book()), null);
    }

    private static String utf8(Entries.Raw entry) {
        return new String(entry.content(), StandardCharsets.UTF_8);
    }

    /** An article of an export is Markdown already; only the numbers of other articles are new. */
    private static OldPage.Converted ownPage(Entries.Raw entry, AddressBook book) {
        var sheet = FrontMatter.read(utf8(entry));
        var body = FORMER.matcher(sheet.body()).replaceAll(found -> {
            var article = book.articleOf(found.group(1));
            return article == null ? java.util.regex.Matcher.quoteReplacement(found.group()) : "(article:" + article;
        });
        var meta = new java.util.TreeMap<String, String>();
        for (var name : List.of(
                "series",
                "department",
                "areas",
                "topics",
                "draft",
                "image",
                "attachments",
                "eventStartsAt",
                "eventEndsAt",
                "eventPlace"))
            meta.put(
                    "noroshi:" + name,
                    sheet.list(name).isEmpty() ? sheet.text(name) : String.join(",", sheet.list(name)));
        return new OldPage.Converted(
                sheet.text("title"),
                sheet.text("summary"),
                body.stripTrailing(),
                "",
                "",
                meta,
                instant(sheet.text("firstPublicAt")),
                instant(sheet.text("changedAt")),
                List.of(),
                List.of());
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : OldDates.machine(text);
    }

    private void keep(MovingJob job, Entries.Raw entry, OldPage.Converted page, @Nullable FrontMatter sheet) {
        if (page.body().isBlank()) {
            entries.end(job, entry.number(), "skipped", "本文がありません（メニューや飾りだけのページです）");
            return;
        }
        if (page.body().length() > Content.BODY_CHARACTERS_MAX) {
            entries.end(
                    job,
                    entry.number(),
                    "failed",
                    "本文が%,d文字あります（%,d文字まで）。元のページを分けてから取り込んでください"
                            .formatted(page.body().length(), Content.BODY_CHARACTERS_MAX));
            return;
        }
        write(job, entry, page, sheet);
    }

    private void write(MovingJob job, Entries.Raw entry, OldPage.Converted page, @Nullable FrontMatter sheet) {
        var remarks = new ArrayList<>(page.remarks());
        var dates = Dates.of(page, entry, clock.instant(), remarks);
        var meta = page.meta().entrySet().stream()
                .filter(one -> !one.getValue().isBlank())
                .map(one -> one.getKey() + "=" + one.getValue().replaceAll("[\\r\\n]+", " "))
                .collect(Collectors.joining("\n"));
        var findings = Findings.of(page.body(), remarks);
        var draft = !page.meta().getOrDefault("noroshi:draft", "").isEmpty();
        entries.of(job, """
                        update moving_entry set state = 'converted', title = :title, summary = :summary, body = :body, trail = :trail, around = :around,
                               meta = :meta, public_at = :public, changed_on = :changed, draft = :draft, links = :links, findings = :findings,
                               errors = :errors, sameness = :sameness, areas = :areas, topics = :topics $job and number = :number
                        """)
                .param("number", entry.number())
                .param("title", page.title())
                .param("summary", page.summary())
                .param("body", clean(page.body()))
                .param("trail", cut(page.trail(), 500))
                .param("around", clean(cut(page.around(), AROUND_CHARACTERS_MAX)))
                .param("meta", clean(cut(meta, AROUND_CHARACTERS_MAX)))
                .param("public", Entries.time(dates.publicAt()))
                .param("changed", Entries.time(dates.changedAt()))
                .param("draft", draft)
                .param("links", page.links().toArray(String[]::new))
                .param("findings", Findings.written(findings))
                .param("errors", Findings.errors(findings))
                .param("sameness", sheet == null ? sameness(page) : null)
                .param("areas", split(page.meta(), "noroshi:areas"))
                .param("topics", split(page.meta(), "noroshi:topics"))
                .update();
    }

    private static String[] split(Map<String, String> meta, String name) {
        var text = meta.getOrDefault(name, "");
        return text.isBlank() ? new String[0] : text.split(",");
    }

    /** PostgreSQL refuses U+0000, feeds most other controls. */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF]", "");
    }

    private static String cut(String text, int max) {
        return text.length() <= max ? text : text.substring(0, max);
    }

    /** Pages that say the same under the same title are one page. */
    private static byte @Nullable [] sameness(OldPage.Converted page) {
        if (page.body().length() < 20) return null;
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest((page.title() + "\n" + page.body()).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When it became public and when it was changed; what the page does not say, its address, its file or at last this day says. */
    record Dates(@Nullable Instant publicAt, @Nullable Instant changedAt) {

        static Dates of(OldPage.Converted page, Entries.Raw entry, Instant now, List<Remark> remarks) {
            var first = page.publicAt().filter(at -> !at.isAfter(now));
            var changed = page.changedAt().filter(at -> !at.isAfter(now));
            if (page.publicAt().isPresent() && first.isEmpty()
                    || page.changedAt().isPresent() && changed.isEmpty())
                remarks.add(new Remark("warning", "date", 0, "ページの日付が先の日です。日付を確かめてください。"));
            if (first.isEmpty()) first = changed;
            if (first.isEmpty()) first = OldDates.inAddress(entry.address()).filter(at -> !at.isAfter(now));
            if (first.isEmpty() && entry.modified() != null && !entry.modified().isAfter(now)) {
                first = Optional.of(entry.modified());
                remarks.add(new Remark("hint", "date", 0, "ページに日付がないため、ファイルの日付を使いました。"));
            }
            if (first.isEmpty()) {
                first = Optional.of(now);
                remarks.add(new Remark("warning", "date", 0, "日付が分からないため、取り込んだ日にしました。確かめてください。"));
            }
            var from = first.get();
            if (changed.isPresent() && changed.get().isBefore(from)) return new Dates(changed.get(), null);
            return new Dates(from, changed.filter(at -> at.isAfter(from)).orElse(null));
        }
    }
}
