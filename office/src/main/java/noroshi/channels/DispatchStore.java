package noroshi.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import noroshi.platform.Lane;
import noroshi.publishing.Marks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dispatches' rows. */
@Repository
class DispatchStore {

    private static final String COLUMNS =
            "id, government, kind, lane, series, sender, subject, body, path, marks, created_at";

    private final JdbcClient sql;

    DispatchStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty when the key has been told already. */
    OptionalLong add(String government, Dispatch.Draft draft, List<String> areas, boolean held, Instant now) {
        return sql.sql("""
                        insert into dispatch (government, key, kind, lane, state, series, areas, article, edition,
                                              sender, subject, body, path, marks, created_at)
                        values (:government, :key, :kind, :lane, :state, :series, :areas, :article, :edition,
                                :sender, :subject, :body, :path, :marks, :now)
                        on conflict (government, key) do nothing
                        returning id
                        """)
                .param("government", government)
                .param("key", draft.key())
                .param("kind", draft.kind().code())
                .param("lane", draft.lane().ordinal())
                .param("state", held ? "held" : "open")
                .param("series", draft.series())
                .param("areas", areas.toArray(String[]::new))
                .param("article", draft.article())
                .param("edition", draft.edition())
                .param("sender", draft.sender())
                .param("subject", draft.subject())
                .param("body", draft.body())
                .param("path", draft.path())
                .param("marks", draft.marks().code())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    Dispatch get(long id) {
        return sql.sql("select " + COLUMNS + " from dispatch where id = :id")
                .param("id", id)
                .query(DispatchStore::read)
                .single();
    }

    Optional<Dispatch> find(String government, String key) {
        return sql.sql("select " + COLUMNS + " from dispatch where government = :government and key = :key")
                .param("government", government)
                .param("key", key)
                .query(DispatchStore::read)
                .optional();
    }

    int alertsSince(String government, Duration window, Instant now) {
        return sql.sql("""
                        select count(*) from dispatch
                         where government = :government and lane = 0 and state = 'open' and created_at > :since
                        """)
                .param("government", government)
                .param("since", Timestamp.from(now.minus(window)))
                .query(Integer.class)
                .single();
    }

    /** False when it was not in that state (any more). */
    boolean move(String government, long id, String from, String to) {
        return sql.sql("update dispatch set state = :to where government = :government and id = :id and state = :from")
                        .param("to", to)
                        .param("government", government)
                        .param("id", id)
                        .param("from", from)
                        .update()
                == 1;
    }

    private static Dispatch read(ResultSet row, int n) throws SQLException {
        return new Dispatch(
                row.getLong("id"),
                row.getString("government"),
                DispatchKind.of(row.getString("kind")),
                Lane.values()[row.getInt("lane")],
                row.getString("series"),
                row.getString("sender"),
                row.getString("subject"),
                row.getString("body"),
                row.getString("path"),
                Marks.of(row.getString("marks")),
                row.getTimestamp("created_at").toInstant());
    }
}
