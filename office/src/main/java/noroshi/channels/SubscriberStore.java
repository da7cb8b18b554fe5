package noroshi.channels;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The subscribers' rows. */
@Repository
class SubscriberStore {

    static final String COLUMNS = "id, government, address, status, series, areas, created_at, confirmed_at, ended_at";

    private final JdbcClient sql;

    SubscriberStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** The row of an address that asks for something, locked until the commit; nothing changes for it until it confirms. */
    Subscriber asking(String government, MailAddress address, Instant at) {
        return sql.sql("""
                        insert into subscriber (government, address, domain, status, created_at)
                        values (:government, :address, :domain, 'pending', :at)
                        on conflict (government, address) do update
                           set status = case when subscriber.status = 'confirmed' then 'confirmed' else 'pending' end
                        returning
                        """ + COLUMNS)
                .param("government", government)
                .param("address", address.toString())
                .param("domain", address.domain())
                .param("at", Timestamp.from(at))
                .query(SubscriberStore::read)
                .single();
    }

    void confirm(String government, long id, Interests wish, Instant at) {
        sql.sql("""
                        update subscriber
                           set status = 'confirmed', series = :series, areas = :areas, confirmed_at = :at, ended_at = null,
                               refusals = 0
                         where government = :government and id = :id
                        """)
                .param("series", wish.series().toArray(String[]::new))
                .param("areas", wish.areas().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("id", id)
                .update();
    }

    /**
     * Ends at once. False when it had ended before, or was renewed after that instant: an old Letter may come late. Ten
     * minutes are allowed for clocks that differ, since a wish to leave must never be lost.
     */
    boolean end(String government, long id, Instant at) {
        return sql.sql("""
                        update subscriber set status = 'ended', ended_at = :at
                         where government = :government and id = :id and status <> 'ended'
                           and (confirmed_at is null or confirmed_at <= :at::timestamptz + interval '10 minutes')
                        """)
                        .param("at", Timestamp.from(at))
                        .param("government", government)
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Subscriber> find(String government, MailAddress address) {
        return sql.sql("select " + COLUMNS + " from subscriber where government = :government and address = :address")
                .param("government", government)
                .param("address", address.toString())
                .query(SubscriberStore::read)
                .optional();
    }

    /** One who is known to have confirmed elsewhere: an import, or the demonstration. */
    void addConfirmed(String government, MailAddress address, Interests interests, Instant at) {
        sql.sql("""
                        insert into subscriber (government, address, domain, status, series, areas, created_at, confirmed_at)
                        values (:government, :address, :domain, 'confirmed', :series, :areas, :at, :at)
                        on conflict (government, address) do nothing
                        """)
                .param("government", government)
                .param("address", address.toString())
                .param("domain", address.domain())
                .param("series", interests.series().toArray(String[]::new))
                .param("areas", interests.areas().toArray(String[]::new))
                .param("at", Timestamp.from(at))
                .update();
    }

    static Subscriber read(ResultSet row, int n) throws SQLException {
        return new Subscriber(
                row.getLong("id"),
                row.getString("government"),
                MailAddress.parse(row.getString("address")).orElseThrow(),
                Subscriber.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new Interests(codes(row.getArray("series")), codes(row.getArray("areas"))),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("confirmed_at")),
                instant(row.getTimestamp("ended_at")));
    }

    static Set<String> codes(Array array) throws SQLException {
        return Set.copyOf(List.of((String[]) array.getArray()));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
