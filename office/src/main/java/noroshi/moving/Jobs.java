package noroshi.moving;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of jobs, with their uploads and rules. Inside a door of Tenancy. */
@Repository
class Jobs {

    private static final String COLUMNS = """
            government, id, name, source, place, origin, state, series, department, pages_max, depth_max, errors_as, reason, batch, problem,
            summary, created_by, created_at, changed_by, changed_at, released_at""";

    private final JdbcClient sql;

    Jobs(JdbcClient sql) {
        this.sql = sql;
    }

    record Key(String government, long id) {}

    /** Through the door to everywhere: what the worker has to do. */
    List<Key> underWay() {
        return sql.sql("""
                        select government, id from moving_job
                         where state in ('gathering', 'surveying', 'converting', 'linking', 'releasing', 'undoing') order by id
                        """).query(Key.class).list();
    }

    Optional<MovingJob> find(String government, long id) {
        return one(government, id, "");
    }

    Optional<MovingJob> lock(String government, long id) {
        return one(government, id, " for update");
    }

    private Optional<MovingJob> one(String government, long id, String how) {
        return sql.sql("select " + COLUMNS + " from moving_job where government = :government and id = :id" + how)
                .param("government", government)
                .param("id", id)
                .query(Jobs::row)
                .optional();
    }

    List<MovingJob> list(String government, int max) {
        return sql.sql("select " + COLUMNS
                        + " from moving_job where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", max)
                .query(Jobs::row)
                .list();
    }

    long create(MovingJob job) {
        return sql.sql("""
                        insert into moving_job (government, name, source, place, origin, state, series, department, pages_max, depth_max,
                               created_by, created_at, changed_by, changed_at)
                        values (:government, :name, :source, :place, :origin, :state, :series, :department, :pages, :depth, :by, :at, :by, :at)
                        returning id
                        """)
                .param("government", job.government())
                .param("name", job.name())
                .param("source", job.source())
                .param("place", job.place())
                .param("origin", job.origin())
                .param("state", job.state().code())
                .param("series", job.series())
                .param("department", job.department())
                .param("pages", job.pagesMax())
                .param("depth", job.depthMax())
                .param("by", job.createdBy())
                .param("at", Timestamp.from(job.createdAt()))
                .query(Long.class)
                .single();
    }

    void state(MovingJob job, MovingState state, String problem, Instant at) {
        sql.sql("""
                        update moving_job set state = :state, problem = :problem, changed_at = :at,
                               released_at = case when state = 'releasing' then coalesce(released_at, :at) when state = 'undoing' then null
                                                  else released_at end
                         where government = :government and id = :id
                        """)
                .param("government", job.government())
                .param("id", job.id())
                .param("state", state.code())
                .param("problem", problem)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** What an officer ordered. */
    void order(MovingJob job, MovingState state, String errorsAs, String reason, int batch, long by, Instant at) {
        sql.sql("""
                        update moving_job set state = :state, errors_as = :errors, reason = :reason, batch = :batch, problem = '',
                               changed_by = :by, changed_at = :at where government = :government and id = :id
                        """)
                .param("government", job.government())
                .param("id", job.id())
                .param("state", state.code())
                .param("errors", errorsAs)
                .param("reason", reason)
                .param("batch", batch)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** As the document itself tells, which knows better than whoever sent it. */
    void origin(MovingJob job, String origin) {
        sql.sql("update moving_job set origin = :origin where government = :government and id = :id")
                .param("government", job.government())
                .param("id", job.id())
                .param("origin", origin)
                .update();
    }

    void target(MovingJob job, String series, @Nullable String department) {
        sql.sql(
                        "update moving_job set series = :series, department = :department where government = :government and id = :id")
                .param("government", job.government())
                .param("id", job.id())
                .param("series", series)
                .param("department", department)
                .update();
    }

    void discard(MovingJob job, String summary) {
        for (var table : List.of("moving_entry", "moving_upload", "moving_place", "moving_path", "moving_series"))
            sql.sql("delete from %s where government = :government and job = :id".formatted(table))
                    .param("government", job.government())
                    .param("id", job.id())
                    .update();
        sql.sql("update moving_job set summary = :summary where government = :government and id = :id")
                .param("government", job.government())
                .param("id", job.id())
                .param("summary", summary)
                .update();
    }

    void upload(String government, long job, int number, String name, byte[] content) {
        sql.sql("""
                        insert into moving_upload (government, job, number, name, content)
                        values (:government, :job, :number, :name, :content)
                        """)
                .param("government", government)
                .param("job", job)
                .param("number", number)
                .param("name", name)
                .param("content", content)
                .update();
    }

    record Upload(int number, String name, byte[] content) {}

    Optional<Upload> nextUpload(MovingJob job) {
        return sql.sql("""
                        select number, name, content from moving_upload
                         where government = :government and job = :job and not done order by number limit 1
                        """)
                .param("government", job.government())
                .param("job", job.id())
                .query((row, n) -> new Upload(row.getInt("number"), row.getString("name"), row.getBytes("content")))
                .optional();
    }

    void uploadDone(MovingJob job, int number) {
        sql.sql(
                        "update moving_upload set done = true, content = '' where government = :government and job = :job and number = :number")
                .param("government", job.government())
                .param("job", job.id())
                .param("number", number)
                .update();
    }

    List<MovingRule> rules(String government, long job) {
        return sql.sql("""
                        select field, words, series, department, skip from moving_rule
                         where government = :government and job = :job order by number
                        """)
                .param("government", government)
                .param("job", job)
                .query((row, n) -> new MovingRule(
                        MovingRule.Field.valueOf(row.getString("field").toUpperCase(Locale.ROOT)),
                        row.getString("words"),
                        row.getString("series"),
                        row.getString("department"),
                        row.getBoolean("skip")))
                .list();
    }

    void rules(String government, long job, List<MovingRule> rules) {
        sql.sql("delete from moving_rule where government = :government and job = :job")
                .param("government", government)
                .param("job", job)
                .update();
        for (int i = 0; i < rules.size(); i++)
            sql.sql("""
                            insert into moving_rule (government, job, number, field, words, series, department, skip)
                            values (:government, :job, :number, :field, :words, :series, :department, :skip)
                            """)
                    .param("government", government)
                    .param("job", job)
                    .param("number", i + 1)
                    .param("field", rules.get(i).field().name().toLowerCase(Locale.ROOT))
                    .param("words", rules.get(i).words())
                    .param("series", rules.get(i).series())
                    .param("department", rules.get(i).department())
                    .param("skip", rules.get(i).skip())
                    .update();
    }

    private static MovingJob row(ResultSet row, int n) throws SQLException {
        return new MovingJob(
                row.getString("government"),
                row.getLong("id"),
                row.getString("name"),
                row.getString("source"),
                row.getString("place"),
                row.getString("origin"),
                MovingState.of(row.getString("state")),
                row.getString("series"),
                row.getString("department"),
                row.getInt("pages_max"),
                row.getInt("depth_max"),
                row.getString("errors_as"),
                row.getString("reason"),
                row.getInt("batch"),
                row.getString("problem"),
                row.getString("summary"),
                row.getLong("created_by"),
                row.getTimestamp("created_at").toInstant(),
                row.getLong("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                instant(row, "released_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}
