package noroshi.channels;

import java.util.List;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many would be told, asked before something is published. The same rule as {@link Audience#everyoneInterested}. */
@Component
public final class Reach {

    private final Tenancy tenancy;
    private final JdbcClient sql;

    Reach(Tenancy tenancy, JdbcClient sql) {
        this.tenancy = tenancy;
        this.sql = sql;
    }

    /** @param areas codes; empty: it concerns everyone */
    public int count(String government, String series, List<String> areas) {
        return tenancy.in(government, () -> sql.sql("""
                        with recursive told(series, areas) as (select :series::text, :areas::text[]),
                        """ + Audience.CONCERNED + """
                        select count(*) from subscriber s, told, concerned
                         where
                        """ + Audience.INTERESTED)
                .param("government", government)
                .param("series", series)
                .param("areas", areas.toArray(String[]::new))
                .query(Integer.class)
                .single());
    }
}
