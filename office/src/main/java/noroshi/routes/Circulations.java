package noroshi.routes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 回覧: who was shown which edition and who has read it. Reads and writes inside a door of Tenancy. */
@Repository
public class Circulations {

    private final JdbcClient sql;

    public Circulations(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param readAt null: not yet */
    public record Reader(
            int edition,
            long officer,
            String name,
            Instant shownAt,
            @Nullable Instant readAt) {}

    /** Something to read. */
    public record Unread(long article, int edition, String title, Instant shownAt) {}

    public List<Reader> readers(String government, long article) {
        return sql.sql("""
                        select c.edition, c.officer, o.name, c.shown_at, c.read_at from circulation c join officer o on o.id = c.officer
                         where c.government = :government and c.article = :article order by c.edition desc, o.login
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> {
                    var read = row.getTimestamp("read_at");
                    return new Reader(
                            row.getInt("edition"),
                            row.getLong("officer"),
                            row.getString("name"),
                            row.getTimestamp("shown_at").toInstant(),
                            read == null ? null : read.toInstant());
                })
                .list();
    }

    /** What the officer has not read yet, the oldest first. */
    public List<Unread> unread(String government, long officer, int max) {
        return sql.sql("""
                        select c.article, c.edition, e.title, c.shown_at from circulation c
                          join edition e on e.government = c.government and e.article = c.article and e.number = c.edition
                         where c.government = :government and c.officer = :officer and c.read_at is null
                         order by c.shown_at, c.article limit :max
                        """)
                .param("government", government)
                .param("officer", officer)
                .param("max", max)
                .query((row, n) -> new Unread(
                        row.getLong("article"),
                        row.getInt("edition"),
                        row.getString("title"),
                        row.getTimestamp("shown_at").toInstant()))
                .list();
    }

    /** False when the edition was not shown to the officer, or they have said so before. */
    boolean read(String government, long article, int edition, long officer, Instant at) {
        return sql.sql("""
                        update circulation set read_at = :at where government = :government and article = :article
                           and edition = :edition and officer = :officer and read_at is null
                        """)
                        .param("government", government)
                        .param("article", article)
                        .param("edition", edition)
                        .param("officer", officer)
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }
}
