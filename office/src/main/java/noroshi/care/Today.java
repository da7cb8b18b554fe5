package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the clock does or should have done with a government's articles. Reads inside a door of Tenancy. */
@Repository
public class Today {

    private final JdbcClient sql;

    Today(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param at when it opens or closes */
    public record Promise(long article, String title, Instant at) {}

    /** Openings between two moments, the earliest first; those before now should have happened. */
    public List<Promise> openings(String government, Instant from, Instant until, int max) {
        return promises("opens_at", government, from, until, max);
    }

    /** Pages that leave between two moments. */
    public List<Promise> closings(String government, Instant from, Instant until, int max) {
        return promises("closes_at", government, from, until, max);
    }

    private List<Promise> promises(String column, String government, Instant from, Instant until, int max) {
        return sql.sql("""
                        select a.id as article, e.title, a.%1$s as at from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.public_edition
                         where a.government = :government and a.public_edition is not null and a.%1$s >= :from and a.%1$s < :until
                         order by a.%1$s, a.id limit :max
                        """.formatted(column))
                .param("government", government)
                .param("from", Timestamp.from(from))
                .param("until", Timestamp.from(until))
                .param("max", max)
                .query((row, n) -> new Promise(
                        row.getLong("article"),
                        row.getString("title"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
