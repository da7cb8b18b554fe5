package noroshi.platform;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database says of itself. Reads inside a door of Tenancy. */
@Component
public final class DatabaseState {

    private final JdbcClient sql;

    DatabaseState(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param version of PostgreSQL, e.g. 18.1 */
    public record Facts(String version, long bytes, int connections, int connectionsMax) {}

    public Facts facts() {
        return sql.sql("""
                        select split_part(current_setting('server_version'), ' ', 1) as version,
                               pg_database_size(current_database()) as bytes,
                               (select count(*)::int from pg_stat_activity where datname = current_database()) as connections,
                               current_setting('max_connections')::int as connections_max
                        """).query(Facts.class).single();
    }
}
