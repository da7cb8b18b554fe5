package noroshi.channels;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each confirmation mail showed: a link confirms that and nothing else. */
@Repository
class Wishes {

    /** @param open not confirmed yet, and not ended by leaving */
    record Asked(Interests wish, boolean open) {}

    private final JdbcClient sql;

    Wishes(JdbcClient sql) {
        this.sql = sql;
    }

    /** What the subscriber was asked by mail on a day. */
    List<Asked> today(String government, long subscriber, LocalDate day) {
        return sql.sql("""
                        select series, areas, closed_at is null as open from subscription_wish
                         where government = :government and subscriber = :subscriber and day = :day
                        """)
                .param("government", government)
                .param("subscriber", subscriber)
                .param("day", day)
                .query((row, n) -> new Asked(
                        new Interests(
                                SubscriberStore.codes(row.getArray("series")),
                                SubscriberStore.codes(row.getArray("areas"))),
                        row.getBoolean("open")))
                .list();
    }

    void add(String government, long dispatch, long subscriber, LocalDate day, Interests wish) {
        sql.sql("""
                        insert into subscription_wish (dispatch, government, subscriber, day, series, areas)
                        values (:dispatch, :government, :subscriber, :day, :series, :areas)
                        """)
                .param("dispatch", dispatch)
                .param("government", government)
                .param("subscriber", subscriber)
                .param("day", day)
                .param("series", wish.series().toArray(String[]::new))
                .param("areas", wish.areas().toArray(String[]::new))
                .update();
    }

    /** The wish that stood in the mail with this token, once. */
    Optional<Interests> take(String government, byte[] hash, Instant at) {
        return sql.sql("""
                        update subscription_wish w set closed_at = :at
                          from mail_token t join delivery d on d.government = t.government and d.id = t.delivery
                         where t.government = :government and t.hash = :hash and t.purpose = 'confirmation'
                           and w.government = d.government and w.dispatch = d.dispatch and w.closed_at is null
                        returning w.series, w.areas
                        """)
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("hash", hash)
                .query((row, n) -> new Interests(
                        SubscriberStore.codes(row.getArray("series")), SubscriberStore.codes(row.getArray("areas"))))
                .optional();
    }

    /** Whoever leaves is not brought back by an older mail. */
    void close(String government, long subscriber, Instant at) {
        sql.sql("""
                        update subscription_wish set closed_at = :at
                         where government = :government and subscriber = :subscriber and closed_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("subscriber", subscriber)
                .update();
    }
}
