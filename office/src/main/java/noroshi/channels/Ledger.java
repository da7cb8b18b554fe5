package noroshi.channels;

import static noroshi.platform.Require.require;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.platform.Lane;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk shows of dispatches and deliveries. Costs what is shown, however large the ledger is. */
@Component
public final class Ledger {

    public static final int PAGE_MAX = 200;

    /** How many of a government's dispatches a history looks back over. */
    private static final int RECENT_DISPATCHES_MAX = 500;

    private static final String LINES = """
            select t.id, t.kind, t.lane, t.state, t.subject, t.article, t.created_at, t.recipients,
                   (select count(*) from delivery d where d.dispatch = t.id and d.status in ('waiting', 'claimed'))::int as open,
                   (select count(*) from delivery d where d.dispatch = t.id and d.status = 'refused')::int as refused,
                   (select count(*) from delivery d where d.dispatch = t.id and d.status = 'given_up')::int as given_up,
                   (select count(*) from delivery d where d.dispatch = t.id and d.status = 'dropped')::int as dropped
              from dispatch t where t.government = :government
            """;

    private final JdbcClient sql;
    private final Tenancy tenancy;

    Ledger(JdbcClient sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** Whether a dispatch goes out: 配信中, 保留 (an officer must release it), 中止. */
    public enum State {
        OPEN("配信"),
        HELD("保留"),
        STOPPED("中止");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** One dispatch with the outcome of its deliveries. {@code sent}: the receiving server took the mail. */
    public record Line(
            long id,
            DispatchKind kind,
            Lane lane,
            State state,
            String subject,
            @Nullable Long article,
            Instant createdAt,
            int recipients,
            int open,
            int refused,
            int givenUp,
            int dropped) {

        public int sent() {
            return recipients - open - refused - givenUp - dropped;
        }
    }

    /** One dispatch to one recipient. {@code answer}: what the server said last, or why nothing was sent. */
    public record Entry(
            long id,
            long dispatch,
            String subject,
            String address,
            DeliveryStatus status,
            int attempts,
            Instant createdAt,
            @Nullable Instant doneAt,
            @Nullable String answer) {}

    /** How many mails wait in a lane, and since when the oldest does. */
    public record Waiting(Lane lane, int mails, Instant oldest) {}

    /** Newest first. */
    public List<Line> list(String government, int offset, int max) {
        page(max);
        return tenancy.in(government, () -> sql.sql(LINES + " order by t.id desc limit :max offset :offset")
                .param("government", government)
                .param("max", max)
                .param("offset", offset)
                .query(Ledger::line)
                .list());
    }

    public Optional<Line> find(String government, long dispatch) {
        return tenancy.in(government, () -> sql.sql(LINES + " and t.id = :dispatch")
                .param("government", government)
                .param("dispatch", dispatch)
                .query(Ledger::line)
                .optional());
    }

    /** What was told of an article, newest first: for its page at the desk. */
    public List<Line> ofArticle(String government, long article) {
        return tenancy.in(government, () -> sql.sql(LINES + " and t.article = :article order by t.id desc")
                .param("government", government)
                .param("article", article)
                .query(Ledger::line)
                .list());
    }

    /** @param status null: all */
    public List<Entry> deliveries(
            String government, long dispatch, @Nullable DeliveryStatus status, int offset, int max) {
        page(max);
        return tenancy.in(government, () -> entries("""
                         and d.dispatch = :dispatch and (:status::text is null or d.status = :status) order by d.id
                         limit :max offset :offset
                        """)
                .param("government", government)
                .param("dispatch", dispatch)
                .param("status", status == null ? null : status.code())
                .param("max", max)
                .param("offset", offset)
                .query(Ledger::entry)
                .list());
    }

    /** What was sent to somebody, newest first: for whoever answers the telephone. */
    public List<Entry> history(String government, MailAddress address, int max) {
        page(max);
        return tenancy.in(government, () -> entries("""
                         and ((d.subscriber is null and d.address = :address)
                              or (d.dispatch, d.subscriber) in (
                                  select recent.id, s.id from subscriber s,
                                         (select id from dispatch where government = :government order by id desc limit :recent) recent
                                   where s.government = :government and s.address = :address))
                         order by d.id desc limit :max
                        """)
                .param("government", government)
                .param("address", address.toString())
                .param("recent", RECENT_DISPATCHES_MAX)
                .param("max", max)
                .query(Ledger::entry)
                .list());
    }

    /** What waits now, by lane. */
    public List<Waiting> waiting(String government) {
        return tenancy.in(government, () -> sql.sql("""
                        select lane, count(*)::int as mails, min(created_at) as oldest from delivery
                         where government = :government and status in ('waiting', 'claimed') group by lane order by lane
                        """)
                .param("government", government)
                .query((row, n) -> new Waiting(
                        Lane.values()[row.getInt("lane")],
                        row.getInt("mails"),
                        row.getTimestamp("oldest").toInstant()))
                .list());
    }

    private JdbcClient.StatementSpec entries(String where) {
        return sql.sql("""
                select d.id, d.dispatch, t.subject, d.address, d.status, d.attempts, d.created_at, d.done_at, d.problem
                  from delivery d join dispatch t on t.id = d.dispatch where d.government = :government
                """ + where);
    }

    private static void page(int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page of the ledger has 1 to %d rows, not %d.", PAGE_MAX, max);
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        return new Line(
                row.getLong("id"),
                DispatchKind.of(row.getString("kind")),
                Lane.values()[row.getInt("lane")],
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("subject"),
                row.getObject("article", Long.class),
                row.getTimestamp("created_at").toInstant(),
                row.getInt("recipients"),
                row.getInt("open"),
                row.getInt("refused"),
                row.getInt("given_up"),
                row.getInt("dropped"));
    }

    private static Entry entry(ResultSet row, int n) throws SQLException {
        return new Entry(
                row.getLong("id"),
                row.getLong("dispatch"),
                row.getString("subject"),
                row.getString("address"),
                DeliveryStatus.of(row.getString("status")),
                row.getInt("attempts"),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("done_at")),
                row.getString("problem"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
