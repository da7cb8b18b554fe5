package noroshi.care;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import noroshi.checks.Rule;
import noroshi.checks.Severity;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the check of a whole site found: by department, by rule, page by page, and how that changed. Reads inside a door of Tenancy. */
@Repository
public class Checkup {

    public static final int PAGE_MAX = 100;
    public static final int CSV_ROWS_MAX = 100_000;

    private final JdbcClient sql;

    Checkup(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param department "" : none; @param faulty pages with at least one error */
    public record Sum(String department, int pages, int faulty, int errors, int warnings, int hints) {}

    public record OfRule(Rule rule, int findings, int pages) {}

    public record Page(
            long article, String title, String path, int errors, int warnings, int hints, Instant checkedAt) {}

    /** @param part 題名, 概要, 本文 or ページ; @param repair what the editor's button says; "" : a person has to think */
    public record Finding(
            Rule rule,
            String part,
            boolean inText,
            int line,
            String before,
            String words,
            String after,
            String reason,
            String repair) {
        public Severity severity() {
            return rule.severity();
        }
    }

    /** @param left pages still to look at; @param finishedAt null: it goes on */
    public record Run(
            long id,
            boolean byNight,
            Instant startedAt,
            @Nullable Instant finishedAt,
            int due,
            int left) {
        public int done() {
            return Math.max(0, due - left);
        }
    }

    /** A finished run. */
    public record Point(Instant at, int pages, int faulty, int errors, int warnings) {}

    /** @param pages public ones; @param checked of these, with the present rules; @param stuck could not be looked at */
    public record State(int pages, int checked, int stuck) {}

    public State state(String government) {
        return sql.sql("""
                        select (select count(*) from article where government = :government and public_edition is not null) pages,
                               (select count(*) from page_check where government = :government and rules = :rules) checked,
                               (select count(*) from care_due where government = :government and attempts >= :attempts) stuck
                        """)
                .param("government", government)
                .param("rules", RuleSet.NAME)
                .param("attempts", CareQueue.ATTEMPTS_MAX)
                .query(State.class)
                .single();
    }

    public Optional<Run> newestRun(String government) {
        return sql.sql("""
                        select r.id, r.kind, r.started_at, r.finished_at, r.due,
                               (select count(*) from care_due d where d.government = r.government and d.run = r.id) as left_over
                          from check_run r where r.government = :government order by r.id desc limit 1
                        """)
                .param("government", government)
                .query((row, n) -> new Run(
                        row.getLong("id"),
                        row.getString("kind").equals("night"),
                        row.getTimestamp("started_at").toInstant(),
                        instant(row, "finished_at"),
                        row.getInt("due"),
                        row.getInt("left_over")))
                .optional();
    }

    /** The departments, those with most errors first. */
    public List<Sum> byDepartment(String government) {
        return sql.sql("""
                        select department, count(*) as pages, count(*) filter (where errors > 0) as faulty, sum(errors) as errors,
                               sum(warnings) as warnings, sum(hints) as hints
                          from page_check where government = :government group by department
                         order by sum(errors) desc, sum(warnings) desc, department
                        """).param("government", government).query(Sum.class).list();
    }

    /** @param department null: all */
    public List<OfRule> byRule(String government, @Nullable String department) {
        return sql
                .sql("""
                        select f.rule, count(*) findings, count(distinct f.article) pages from page_finding f
                          join page_check c on c.government = f.government and c.article = f.article
                         where f.government = :government and (:department::text is null or c.department = :department)
                         group by f.rule order by min(case f.severity when 'error' then 0 when 'warning' then 1 else 2 end),
                                                  count(*) desc, f.rule
                        """)
                .param("government", government)
                .param("department", department)
                .query((row, n) -> ofRule(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Pages with findings, those with most errors first.
     *
     * @param department null: all; @param rule null: whatever rule
     */
    public List<Page> pages(String government, @Nullable String department, @Nullable Rule rule, int offset, int max) {
        return sql.sql("""
                        select c.article, e.title, a.series, c.errors, c.warnings, c.hints, c.checked_at from page_check c
                          join article a on a.government = c.government and a.id = c.article
                          join edition e on e.government = c.government and e.article = c.article and e.number = c.edition
                         where c.government = :government and c.errors + c.warnings + c.hints > 0
                           and (:department::text is null or c.department = :department)
                           and (:rule::text is null or exists (select from page_finding f where f.government = c.government
                                                                  and f.article = c.article and f.rule = :rule))
                         order by c.errors desc, c.warnings desc, c.article desc offset :offset limit :max
                        """)
                .param("government", government)
                .param("department", department)
                .param("rule", rule == null ? null : rule.id())
                .param("offset", offset)
                .param("max", max)
                .query((row, n) -> new Page(
                        row.getLong("article"),
                        row.getString("title"),
                        "/" + row.getString("series") + "/" + row.getLong("article"),
                        row.getInt("errors"),
                        row.getInt("warnings"),
                        row.getInt("hints"),
                        row.getTimestamp("checked_at").toInstant()))
                .list();
    }

    public List<Finding> findings(String government, long article) {
        return sql
                .sql("""
                        select rule, part, line, before, words, after, reason, repair from page_finding
                         where government = :government and article = :article order by number
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> finding(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last finished runs, the oldest first. @param department null: the whole site */
    public List<Point> trend(String government, @Nullable String department, int max) {
        return sql.sql("""
                        select r.finished_at, coalesce(sum(d.pages), 0) pages, coalesce(sum(d.faulty), 0) faulty,
                               coalesce(sum(d.errors), 0) errors, coalesce(sum(d.warnings), 0) warnings
                          from check_run r left join check_run_department d on d.government = r.government and d.run = r.id
                           and (:department::text is null or d.department = :department)
                         where r.government = :government and r.finished_at is not null
                         group by r.id, r.finished_at order by r.id desc limit :max
                        """)
                .param("government", government)
                .param("department", department)
                .param("max", max)
                .query((row, n) -> new Point(
                        row.getTimestamp("finished_at").toInstant(),
                        row.getInt("pages"),
                        row.getInt("faulty"),
                        row.getInt("errors"),
                        row.getInt("warnings")))
                .list()
                .reversed();
    }

    /** Every finding as a row of a table: department, article, title, weight, rule, part, line, words, reason. */
    public void each(String government, @Nullable String department, Consumer<String[]> row) {
        sql.sql("""
                        select c.department, c.article, e.title, a.series, f.rule, f.part, f.line, f.words, f.reason from page_finding f
                          join page_check c on c.government = f.government and c.article = f.article
                          join article a on a.government = c.government and a.id = c.article
                          join edition e on e.government = c.government and e.article = c.article and e.number = c.edition
                         where f.government = :government and (:department::text is null or c.department = :department)
                         order by c.department, c.errors desc, c.article, f.number limit :max
                        """)
                .param("government", government)
                .param("department", department)
                .param("max", CSV_ROWS_MAX)
                .query(found -> {
                    var rule = rule(found.getString("rule"));
                    if (rule.isEmpty()) return;
                    row.accept(new String[] {
                        found.getString("department"),
                        String.valueOf(found.getLong("article")),
                        found.getString("title"),
                        "/" + found.getString("series") + "/" + found.getLong("article"),
                        rule.get().severity().japanese(),
                        rule.get().japanese(),
                        rule.get().criteria().getFirst().named(),
                        Found.Part.of(found.getString("part")).japanese(),
                        String.valueOf(found.getInt("line")),
                        found.getString("words"),
                        found.getString("reason")
                    });
                });
    }

    /** How many errors stand on the public pages of a department. */
    public Sum ofDepartment(String government, String department) {
        return sql.sql("""
                        select :department::text department, count(*) as pages, count(*) filter (where errors > 0) as faulty,
                               coalesce(sum(errors), 0) errors, coalesce(sum(warnings), 0) warnings, coalesce(sum(hints), 0) hints
                          from page_check where government = :government and department = :department
                        """)
                .param("government", government)
                .param("department", department)
                .query(Sum.class)
                .single();
    }

    private static Optional<Finding> finding(ResultSet row) throws SQLException {
        var rule = rule(row.getString("rule"));
        if (rule.isEmpty()) return Optional.empty();
        var part = Found.Part.of(row.getString("part"));
        return Optional.of(new Finding(
                rule.get(),
                part.japanese(),
                part != Found.Part.PAGE,
                row.getInt("line"),
                row.getString("before"),
                row.getString("words"),
                row.getString("after"),
                row.getString("reason"),
                row.getString("repair")));
    }

    /** A rule that has been dropped since tells nobody anything any more. */
    private static Optional<Rule> rule(String id) {
        return Arrays.stream(Rule.values()).filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static Optional<OfRule> ofRule(ResultSet row) throws SQLException {
        int findings = row.getInt("findings");
        int pages = row.getInt("pages");
        return rule(row.getString("rule")).map(rule -> new OfRule(rule, findings, pages));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
