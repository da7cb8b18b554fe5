package noroshi.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What the screens ask of jobs and their pages. Inside a door of Tenancy. */
@Component
public final class MovingDesk {

    public static final int PAGE = 100;
    private static final int JOBS_MAX = 100;
    private static final int TRIAL_PAGES_MAX = 20_000;
    private static final Set<String> STATES =
            Set.of("ready", "findings", "errors", "skipped", "failed", "released", "waiting");

    private final Jobs jobs;
    private final Entries entries;

    MovingDesk(Jobs jobs, Entries entries) {
        this.jobs = jobs;
        this.entries = entries;
    }

    public List<MovingJob> list(String government) {
        return jobs.list(government, JOBS_MAX);
    }

    public Optional<MovingJob> find(String government, long job) {
        return jobs.find(government, job);
    }

    public List<MovingRule> rules(MovingJob job) {
        return jobs.rules(job.government(), job.id());
    }

    public MovingCounts counts(MovingJob job) {
        return entries.of(job, """
                        select count(*) filter (where kind = 'page') pages,
                               count(*) filter (where kind = 'page' and state in ('found', 'gathered', 'surveyed', 'converted')) waiting,
                               count(*) filter (where kind = 'page' and state = 'ready') ready,
                               count(*) filter (where kind = 'page' and state = 'findings') findings,
                               count(*) filter (where kind = 'page' and state = 'skipped') skipped,
                               count(*) filter (where kind = 'page' and state = 'failed') failed,
                               count(*) filter (where kind = 'page' and state = 'released') released,
                               count(*) filter (where kind = 'media') files,
                               count(*) filter (where kind = 'media' and state = 'failed') files_failed,
                               count(*) filter (where kind = 'other') others,
                               count(*) filter (where kind = 'page' and state = 'findings' and errors > 0) errors
                          from moving_entry $job
                        """).query(MovingCounts.class).single();
    }

    private static final String COLUMNS = """
            number, address, kind, state, reason, case when title = '' then heading else title end title, summary, trail, series, department,
            public_at, changed_on, article, findings, errors""";

    /**
     * Pages and files, in the order they were found.
     *
     * @param state ready, findings, errors, skipped, failed, released, waiting; anything else: all pages
     * @param words in the address or title; @param after the number of the last one seen
     */
    public List<MovingPage> pages(MovingJob job, String state, String words, int after) {
        var condition =
                switch (state) {
                    case "errors" -> "state = 'findings' and errors > 0";
                    case "waiting" -> "state in ('found', 'gathered', 'surveyed', 'converted')";
                    default -> STATES.contains(state) ? "state = '" + state + "'" : "true";
                };
        var kinds = state.equals("failed") || state.equals("skipped") ? "true" : "kind = 'page'";
        return entries.of(
                        job,
                        "select " + COLUMNS + ", '' body from moving_entry $job and " + condition + " and " + kinds
                                + " and number > :after and (:words = '' or strpos(address, :words) > 0 or strpos(title, :words) > 0) order by number limit "
                                + PAGE)
                .param("after", after)
                .param("words", words.strip())
                .query(MovingDesk::row)
                .list();
    }

    /** Every address with what became of it, for the report as a file. */
    public List<MovingPage> report(MovingJob job) {
        return entries.of(job, "select " + COLUMNS + ", '' body from moving_entry $job order by number")
                .query(MovingDesk::row)
                .list();
    }

    public Optional<MovingPage> page(MovingJob job, int number) {
        return entries.of(job, "select " + COLUMNS + ", body from moving_entry $job and number = :number")
                .param("number", number)
                .query(MovingDesk::row)
                .optional();
    }

    /** A file of the job that is not one of media yet, for the preview. */
    public Optional<byte[]> file(MovingJob job, String hash) {
        return entries.of(job, "select content from moving_entry $job and hash = :hash limit 1")
                .param("hash", hash)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    /** @param caught how many pages each rule decides, in their order; @param open those that none does */
    public record Trial(List<Integer> caught, int open) {}

    /** What the rules would do, without doing it. */
    public Trial trial(MovingJob job, List<MovingRule> rules) {
        var tried = new MovingRules(rules);
        var caught = new ArrayList<Integer>(java.util.Collections.nCopies(rules.size() + 1, 0));
        entries.of(job, """
                        select address, trail, body || E'\\n' || around words, meta, title from moving_entry $job and kind = 'page'
                           and (state in ('converted', 'ready', 'findings', 'released') or state = 'skipped' and starts_with(reason, :byRule)) limit %d
                        """.formatted(TRIAL_PAGES_MAX))
                .param("byRule", Linking.BY_RULE)
                .query(row -> {
                    var goes = tried.apply(new MovingRule.Looked(
                            row.getString("address"),
                            row.getString("trail"),
                            row.getString("words"),
                            row.getString("meta"),
                            row.getString("title")));
                    caught.set(goes.rule(), caught.get(goes.rule()) + 1);
                });
        return new Trial(List.copyOf(caught.subList(1, caught.size())), caught.getFirst());
    }

    private static MovingPage row(ResultSet row, int n) throws SQLException {
        return new MovingPage(
                row.getInt("number"),
                row.getString("address"),
                row.getString("kind"),
                row.getString("state"),
                row.getString("reason"),
                row.getString("title"),
                row.getString("summary"),
                row.getString("body"),
                row.getString("trail"),
                row.getString("series"),
                row.getString("department"),
                Jobs.instant(row, "public_at"),
                Jobs.instant(row, "changed_on"),
                row.getObject("article", Long.class),
                Findings.read(row.getString("findings")).stream()
                        .map(MovingPage.Finding::of)
                        .toList(),
                row.getInt("errors"));
    }
}
