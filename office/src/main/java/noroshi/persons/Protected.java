package noroshi.persons;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The only place that reads protected rows, and it reads no names. */
@Repository
public class Protected {

    private static final int LISTED_MAX = 1_000;

    private final JdbcClient sql;

    Protected(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param own false: held back because a protected person bears the same name */
    public record Entry(long person, Instant since, boolean own) {

        /** Until then its hashes are kept, unless it is prolonged. */
        public Instant until() {
            return since.plus(ExpirePersons.PROTECTION);
        }
    }

    List<Entry> list(String government) {
        return sql.sql("""
                        select p.id, p.protected_at,
                               exists (select 1 from person_suppression s where s.government = p.government and s.person = p.id) as own
                          from person p where p.government = :government and p.protected_at is not null
                           and (p.expired_at is null or exists (select 1 from person_suppression s where s.government = p.government and s.person = p.id))
                         order by p.protected_at desc, p.id limit :max
                        """)
                .param("government", government)
                .param("max", LISTED_MAX)
                .query((row, n) -> new Entry(
                        row.getLong("id"), row.getTimestamp("protected_at").toInstant(), row.getBoolean("own")))
                .list();
    }

    boolean isProtected(String government, long person) {
        return sql.sql("""
                        select exists (select 1 from person p where p.government = :government and p.id = :id and p.protected_at is not null
                                          and (p.expired_at is null or exists (select 1 from person_suppression s where s.government = p.government and s.person = p.id)))
                        """)
                .param("government", government)
                .param("id", person)
                .query(Boolean.class)
                .single();
    }
}
