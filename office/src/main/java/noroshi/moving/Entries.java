package noroshi.moving;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import noroshi.moving.source.Found;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of what was found on an old site, as the steps change them. Inside a door of Tenancy. */
@Repository
class Entries {

    private static final String OF_JOB = " where government = :government and job = :job";

    private final JdbcClient sql;

    Entries(JdbcClient sql) {
        this.sql = sql;
    }

    /** An entry with its bytes, to be worked on. */
    record Raw(
            int number,
            String address,
            String kind,
            String type,
            @Nullable Instant modified,
            int depth,
            byte[] content,
            @Nullable Long article) {}

    JdbcClient.StatementSpec of(MovingJob job, String statement) {
        return sql.sql(statement.replace("$job", OF_JOB))
                .param("government", job.government())
                .param("job", job.id());
    }

    boolean has(MovingJob job, String address) {
        return of(job, "select count(*) from moving_entry $job and address = :address")
                        .param("address", address)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    int count(MovingJob job, String condition) {
        return of(job, "select count(*) from moving_entry $job and " + condition)
                .query(Integer.class)
                .single();
    }

    /** @param state found, gathered, skipped or failed; @return its number */
    int add(MovingJob job, Found found, Kind kind, String state, String reason, int depth) {
        return of(job, """
                        insert into moving_entry (government, job, number, address, copy, kind, state, reason, type, modified_at, depth, content,
                               article)
                        values (:government, :job, (select coalesce(max(number), 0) + 1 from moving_entry $job), :address,
                                (select count(*) from moving_entry $job and address = :address),
                                :kind, :state, :reason, :type, :modified, :depth, :content,
                                case when :kind = 'page' then nextval(pg_get_serial_sequence('article', 'id')) end)
                        returning number
                        """)
                .param("address", found.address())
                .param("kind", kind.code())
                .param("state", state)
                .param("reason", reason)
                .param("type", found.type())
                .param("modified", time(found.modified()))
                .param("depth", depth)
                .param("content", state.equals("gathered") ? found.content() : null)
                .query(Integer.class)
                .single();
    }

    Optional<Raw> next(MovingJob job, String state, String kind) {
        return of(job, """
                        select number, address, kind, type, modified_at, depth, coalesce(content, ''::bytea) content, article from moving_entry $job
                           and state = :state and kind like :kind order by number limit 1
                        """)
                .param("state", state)
                .param("kind", kind)
                .query((row, n) -> new Raw(
                        row.getInt("number"),
                        row.getString("address"),
                        row.getString("kind"),
                        row.getString("type"),
                        Jobs.instant(row, "modified_at"),
                        row.getInt("depth"),
                        row.getBytes("content"),
                        row.getObject("article", Long.class)))
                .optional();
    }

    void end(MovingJob job, int number, String state, String reason) {
        of(job, "update moving_entry set state = :state, reason = :reason $job and number = :number")
                .param("number", number)
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    static @Nullable Timestamp time(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** What stands at an address, in few words. */
    record Line(
            int number,
            String address,
            String kind,
            String state,
            String reason,
            @Nullable Long article,
            String heading,
            @Nullable String hash,
            @Nullable String media,
            long bytes,
            @Nullable Integer sameAs) {}

    /** All of them, without their bytes. */
    List<Line> lines(MovingJob job) {
        return of(job, """
                        select number, address, kind, state, reason, article, case when title = '' then heading else title end heading, hash, media,
                               coalesce(octet_length(content), 0) bytes, same_as from moving_entry $job and copy = 0 order by number
                        """)
                .query((row, n) -> new Line(
                        row.getInt("number"),
                        row.getString("address"),
                        row.getString("kind"),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getObject("article", Long.class),
                        row.getString("heading"),
                        row.getString("hash"),
                        row.getString("media"),
                        row.getLong("bytes"),
                        row.getObject("same_as", Integer.class)))
                .list();
    }

    Map<Long, Integer> commonBlocks(MovingJob job) {
        var counts = new HashMap<Long, Integer>();
        of(job, "select b, count(*) from moving_entry, unnest(blocks) b $job group by b having count(*) >= 4")
                .query(row -> {
                    counts.put(row.getLong(1), row.getInt(2));
                });
        return counts;
    }

    List<String> headings(MovingJob job) {
        return of(job, "select heading from moving_entry $job and kind = 'page' and heading <> ''")
                .query(String.class)
                .list();
    }

    static List<String> texts(java.sql.@Nullable Array array) throws java.sql.SQLException {
        return array == null ? new ArrayList<>() : List.of((String[]) array.getArray());
    }
}
