package noroshi.channels;

import static noroshi.platform.Require.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.platform.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk shows of dispatches, their ledger and subscribers. Reads inside a door of Tenancy. */
@Component
public final class DispatchDesk {

    public static final int PAGE_MAX = 200;

    private final JdbcClient sql;

    DispatchDesk(JdbcClient sql) {
        this.sql = sql;
    }

    /** Where a dispatch stands: going out, waiting for an officer's word, or stopped by one. */
    public enum State {
        OPEN,
        HELD,
        STOPPED
    }

    /**
     * One message and how many of its recipients have it.
     *
     * @param waiting not tried yet; @param retrying tried in vain, to be tried again; @param refused never, by the receiving
     *     server or after the last attempt; @param dropped no longer wanted when their turn came
     */
    public record Summary(
            long id,
            DispatchKind kind,
            State state,
            boolean alert,
            String subject,
            String marks,
            @Nullable Long article,
            Instant createdAt,
            int waiting,
            int sent,
            int retrying,
            int refused,
            int dropped) {

        public int recipients() {
            return waiting + sent + retrying + refused + dropped;
        }
    }

    /** @param givenUp false: the receiving server refused it */
    public record Failure(
            long dispatch, String subject, String address, boolean givenUp, int attempts, String problem, Instant at) {}

    /** @param oldest when the longest waiting was written; null: none waits; @param problem the last one seen among them */
    public record Queue(
            long waiting, long retrying, @Nullable Instant oldest, String problem) {}

    public record Address(String address, Subscriber.Status status, Instant createdAt) {}

    /** What was sent is what is left: of a hundred thousand deliveries only those that were not sent are counted, by index. */
    private static final String SUMMARY = """
            select t.id, t.kind, t.state, t.lane, t.subject, t.marks, t.article, t.created_at,
                   open.waiting, open.retrying, closed.refused, closed.dropped,
                   t.recipients - open.waiting - open.retrying - closed.refused - closed.dropped as sent
              from (select * from dispatch where government = :government and %s order by id desc limit :max) t
             cross join lateral (
                   select count(*) filter (where attempts = 0 or problem is null)::int as waiting,
                          count(*) filter (where attempts > 0 and problem is not null)::int as retrying
                     from delivery where dispatch = t.id and status in ('waiting', 'claimed')) open
             cross join lateral (
                   select count(*) filter (where status in ('refused', 'given_up'))::int as refused,
                          count(*) filter (where status = 'dropped')::int as dropped
                     from delivery where dispatch = t.id and status in ('refused', 'given_up', 'dropped')) closed
             order by t.id desc
            """;

    /** The newest first. @param before only those with a smaller number; null: from the newest */
    public List<Summary> list(String government, @Nullable Long before, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page of dispatches has 1 to %d, not %d.", PAGE_MAX, max);
        return sql.sql(SUMMARY.formatted("(:before::bigint is null or id < :before)"))
                .param("government", government)
                .param("before", before)
                .param("max", max)
                .query(DispatchDesk::summary)
                .list();
    }

    /** Alerts that wait for an officer's word. */
    public List<Summary> held(String government) {
        return sql.sql(SUMMARY.formatted("state = 'held'"))
                .param("government", government)
                .param("max", PAGE_MAX)
                .query(DispatchDesk::summary)
                .list();
    }

    public Optional<Summary> find(String government, long id) {
        return sql.sql(SUMMARY.formatted("id = :id"))
                .param("government", government)
                .param("id", id)
                .param("max", 1)
                .query(DispatchDesk::summary)
                .optional();
    }

    /** Deliveries that never arrived, the newest first. */
    public List<Failure> failures(String government, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page of failures has 1 to %d, not %d.", PAGE_MAX, max);
        return sql.sql("""
                        select l.dispatch, d.subject, l.address, l.status, l.attempts, coalesce(l.problem, '') problem,
                               coalesce(l.done_at, l.created_at) at
                          from delivery l join dispatch d on d.government = l.government and d.id = l.dispatch
                         where l.government = :government and l.status in ('refused', 'given_up')
                         order by l.done_at desc nulls last, l.id desc limit :max
                        """)
                .param("government", government)
                .param("max", max)
                .query((row, n) -> new Failure(
                        row.getLong("dispatch"),
                        row.getString("subject"),
                        row.getString("address"),
                        row.getString("status").equals("given_up"),
                        row.getInt("attempts"),
                        row.getString("problem"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** How much mail stands in the queue: inside a government's door its own, everywhere all. */
    public Queue queue() {
        return sql.sql("""
                        select count(*) filter (where problem is null) as waiting, count(*) filter (where problem is not null) as retrying,
                               min(created_at) as oldest,
                               coalesce((array_agg(problem order by id desc) filter (where problem is not null))[1], '') as problem
                          from delivery where status in ('waiting', 'claimed')
                        """)
                .query((row, n) -> new Queue(
                        row.getLong("waiting"),
                        row.getLong("retrying"),
                        instant(row.getTimestamp("oldest")),
                        row.getString("problem")))
                .single();
    }

    /** How many subscribers there are, by status. */
    public Map<Subscriber.Status, Integer> subscribers(String government) {
        var counts = new EnumMap<Subscriber.Status, Integer>(Subscriber.Status.class);
        sql.sql("select status, count(*)::int as count from subscriber where government = :government group by status")
                .param("government", government)
                .query((row, n) -> Map.entry(status(row), row.getInt("count")))
                .list()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    /** Personal data: for administrators only. By address, after the given one. */
    public List<Address> addresses(String government, String after, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page of addresses has 1 to %d, not %d.", PAGE_MAX, max);
        return sql.sql("""
                        select address, status, created_at from subscriber
                         where government = :government and address > :after order by address limit :max
                        """)
                .param("government", government)
                .param("after", after)
                .param("max", max)
                .query((row, n) -> new Address(
                        row.getString("address"),
                        status(row),
                        row.getTimestamp("created_at").toInstant()))
                .list();
    }

    private static Subscriber.Status status(ResultSet row) throws SQLException {
        return Subscriber.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static Summary summary(ResultSet row, int n) throws SQLException {
        return new Summary(
                row.getLong("id"),
                DispatchKind.of(row.getString("kind")),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("lane") == Lane.ALERT.ordinal(),
                row.getString("subject"),
                row.getString("marks"),
                row.getObject("article", Long.class),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("waiting"),
                row.getInt("sent"),
                row.getInt("retrying"),
                row.getInt("refused"),
                row.getInt("dropped"));
    }
}
