package noroshi.moving;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import noroshi.moving.page.Remark;
import noroshi.people.Directory;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** After all pages are converted: twins become one, rules say where each page goes, links follow. Runs again whenever the rules change. */
@Component
final class Linking implements Step {

    static final String BY_RULE = "振り分けの規則";

    private static final int AT_ONCE = 50;
    private static final Set<String> OWN_RULES = Set.of("link-moved", "series-unknown", "title-twice", "many-files");
    private static final Pattern ARTICLE =
            Pattern.compile("(?<![!\\\\])\\[((?:[^\\]\\\\]++|\\\\.)*+)\\]\\(article:(\\d{1,18})\\)");

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final InstantSource clock;

    Linking(Tenancy tenancy, Jobs jobs, Entries entries, SeriesShelf shelf, Directory directory, InstantSource clock) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.shelf = shelf;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public MovingState state() {
        return MovingState.LINKING;
    }

    @Override
    public void next(MovingJob job) {
        tenancy.run(job.government(), () -> {
            twins(job);
            if (some(job) < AT_ONCE) jobs.state(job, MovingState.READY, "", clock.instant());
        });
    }

    private void twins(MovingJob job) {
        entries.of(job, """
                        with ranked as (
                            select number, first_value(number) over w winner, first_value(address) over w as winner_address from moving_entry $job
                               and kind = 'page' and sameness is not null and state in ('converted', 'ready', 'findings')
                            window w as (partition by sameness order by length(address), number))
                        update moving_entry e set state = 'skipped', same_as = winner, reason = '同じ内容のページ ' || winner_address || ' が先にあります'
                          from ranked $job and e.number = ranked.number and ranked.winner <> e.number
                        """.replace(
                                "from ranked $job", "from ranked where e.government = :government and e.job = :job"))
                .update();
    }

    private record Page(
            int number,
            String address,
            String title,
            String body,
            String trail,
            String around,
            String meta,
            String findings,
            List<String> links) {}

    /** What is known in this government. */
    private record Here(
            Map<String, String> series,
            Map<String, String> departments,
            Set<String> repeated,
            AddressBook book,
            MovingRules rules) {}

    private int some(MovingJob job) {
        var pages = entries.of(job, """
                        select number, address, title, body, trail, around, meta, findings, links from moving_entry $job
                           and state = 'converted' and kind = 'page' order by number limit %d
                        """.formatted(AT_ONCE))
                .query((row, n) -> new Page(
                        row.getInt("number"),
                        row.getString("address"),
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("trail"),
                        row.getString("around"),
                        row.getString("meta"),
                        row.getString("findings"),
                        Entries.texts(row.getArray("links"))))
                .list();
        if (!pages.isEmpty()) {
            var here = here(job);
            pages.forEach(page -> link(job, here, page));
        }
        return pages.size();
    }

    private Here here(MovingJob job) {
        var series = new HashMap<String, String>();
        var brought = entries.of(job, "select code from moving_series $job")
                .query(String.class)
                .list();
        brought.forEach(code -> series.put(code, code));
        for (var one : shelf.list(job.government())) {
            series.put(one.code(), one.code());
            series.putIfAbsent(one.name(), one.code());
        }
        var departments = new HashMap<String, String>();
        for (var one : directory.listDepartments(job.government())) {
            departments.put(one.code(), one.code());
            departments.putIfAbsent(one.name(), one.code());
        }
        var repeated = entries.of(
                        job,
                        "select title from moving_entry $job and kind = 'page' and state in ('converted', 'ready', 'findings') group by title having count(*) > 1")
                .query(String.class)
                .list();
        return new Here(
                series,
                departments,
                new HashSet<>(repeated),
                new AddressBook(entries.lines(job)),
                new MovingRules(jobs.rules(job.government(), job.id())));
    }

    private void link(MovingJob job, Here here, Page page) {
        var looked = new MovingRule.Looked(
                page.address(), page.trail(), page.body() + "\n" + page.around(), page.meta(), page.title());
        var goes = here.rules().apply(looked);
        if (goes.skip()) {
            entries.end(job, page.number(), "skipped", BY_RULE + "%d番により移しません".formatted(goes.rule()));
            return;
        }
        var remarks = new ArrayList<>(Findings.read(page.findings()).stream()
                .filter(one -> !OWN_RULES.contains(one.rule()))
                .toList());
        var body = linked(here, page, remarks);
        if (here.repeated().contains(page.title()))
            remarks.add(new Remark("hint", "title-twice", 0, "同じ題名のページがほかにもあります。区別できる題名にしてください。"));
        var series = series(job, here, page, goes.series(), remarks);
        var department = goes.department() != null
                ? goes.department()
                : told(here.departments(), page.meta(), "noroshi:department");
        entries.of(job, """
                        update moving_entry set state = :state, series = :series, department = :department, body = :body, findings = :findings,
                               errors = :errors $job and number = :number
                        """)
                .param("state", remarks.stream().allMatch(one -> one.weight().equals("hint")) ? "ready" : "findings")
                .param("series", series)
                .param("department", department != null ? department : job.department())
                .param("body", body)
                .param("findings", Findings.written(remarks))
                .param("errors", Findings.errors(remarks))
                .param("number", page.number())
                .update();
    }

    private static String series(MovingJob job, Here here, Page page, @Nullable String byRule, List<Remark> remarks) {
        if (byRule != null) return byRule;
        var told = told(here.series(), page.meta(), "noroshi:series");
        if (told != null) return told;
        var named = page.meta()
                .lines()
                .filter(line -> line.startsWith("noroshi:series="))
                .findFirst();
        named.ifPresent(line -> remarks.add(new Remark(
                "warning",
                "series-unknown",
                0,
                "媒体「%s」はこの団体にありません。「%s」に入れます。".formatted(line.substring(15), job.series()))));
        return job.series();
    }

    private static @Nullable String told(Map<String, String> known, String meta, String name) {
        return meta.lines()
                .filter(line -> line.startsWith(name + "="))
                .map(line -> known.get(line.substring(name.length() + 1).strip()))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Links to pages that turned out to be twins lead to the one that stands; those to pages that do not come are taken out. */
    private static String linked(Here here, Page page, List<Remark> remarks) {
        var by = new HashMap<Long, Entries.Line>();
        for (var address : page.links()) {
            var line = here.book().line(address);
            if (line != null && line.article() != null) by.put(line.article(), line);
        }
        return ARTICLE.matcher(page.body()).replaceAll(found -> {
            var line = by.get(Long.valueOf(found.group(2)));
            if (line == null) return Matcher.quoteReplacement(found.group());
            var standing = here.book().standing(line);
            boolean comes = standing.article() != null && !standing.state().matches("failed|skipped|found");
            if (comes)
                return Matcher.quoteReplacement("[%s](article:%d)".formatted(found.group(1), standing.article()));
            remarks.add(new Remark(
                    "warning",
                    "link-moved",
                    0,
                    "リンク先「%s」は移していません（%s）。リンクを外しました。".formatted(line.address(), standing.reason())));
            return Matcher.quoteReplacement(found.group(1));
        });
    }
}
