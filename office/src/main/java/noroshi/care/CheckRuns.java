package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Checks of a whole site: begun once, done page by page by the worker, summed up when no page waits any more. */
@Repository
class CheckRuns {

    private final JdbcClient sql;

    CheckRuns(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<Long> findOpen(String government) {
        return sql.sql("select id from check_run where government = :government and finished_at is null limit 1")
                .param("government", government)
                .query(Long.class)
                .optional();
    }

    /** Pages that these rules saw in their present edition are not looked at again. Returns how many are. */
    int begin(String government, String kind, @Nullable Long officer, Instant now) {
        followDepartments(government);
        long run = sql.sql("""
                        insert into check_run (government, kind, officer, started_at, due)
                        values (:government, :kind, :officer, :now, 0) returning id
                        """)
                .param("government", government)
                .param("kind", kind)
                .param("officer", officer)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        int due = sql.sql("""
                        insert into care_due (government, kind, subject, lane, run)
                        select a.government, 'article', a.id::text, 1, :run from article a
                          left join page_check c on c.government = a.government and c.article = a.id
                           and c.edition = a.public_edition and c.rules = :rules
                         where a.government = :government and a.public_edition is not null and c.article is null
                         order by a.id desc
                        """)
                .param("run", run)
                .param("rules", RuleSet.NAME)
                .param("government", government)
                .update();
        sql.sql("update check_run set due = :due where government = :government and id = :run")
                .param("due", due)
                .param("government", government)
                .param("run", run)
                .update();
        return due;
    }

    /** After a reorganisation pages stand with the department that has them now. */
    private void followDepartments(String government) {
        sql.sql("""
                        update page_check c set department = coalesce(e.department, s.department, '')
                          from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
                          join series s on s.government = a.government and s.code = a.series
                         where c.government = :government and a.government = c.government and a.id = c.article
                           and c.department <> coalesce(e.department, s.department, '')
                        """).param("government", government).update();
    }

    /** Forgets what is known, so that the next run looks at every page. */
    void forgetAll(String government) {
        sql.sql("update page_check set rules = '' where government = :government")
                .param("government", government)
                .update();
    }

    /** Sums up every run without a page left. Inside a worker's door. */
    void finishDone(Instant now) {
        record Done(String government, long id) {}
        var done = sql.sql("""
                        update check_run r set finished_at = :now
                         where finished_at is null
                           and not exists (select from care_due d where d.government = r.government and d.run = r.id
                                              and d.attempts < %d)
                        returning government, id
                        """.formatted(CareQueue.ATTEMPTS_MAX))
                .param("now", Timestamp.from(now))
                .query(Done.class)
                .list();
        for (var run : done)
            sql.sql("""
                            insert into check_run_department (government, run, department, pages, faulty, errors, warnings, hints)
                            select government, :run, department, count(*), count(*) filter (where errors > 0), sum(errors),
                                   sum(warnings), sum(hints)
                              from page_check where government = :government group by government, department
                            """)
                    .param("run", run.id())
                    .param("government", run.government())
                    .update();
    }
}
