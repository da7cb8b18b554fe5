package noroshi.site;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Host names under which sites answer without their codes. Reads inside a door of Tenancy. */
@Component
public final class SiteHosts {

    private final JdbcClient sql;

    SiteHosts(JdbcClient sql) {
        this.sql = sql;
    }

    /** "" for none. */
    public String find(String government) {
        return sql.sql("select coalesce(host, '') from government where code = :code")
                .param("code", government)
                .query(String.class)
                .single();
    }
}
