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
                        with recursive told(areas) as (select :areas::text[]),
                        up(code, parent) as (
                            select a.code, a.parent from area a, told where a.code = any(told.areas)
                            union select a.code, a.parent from area a join up on a.code = up.parent),
                        down(code) as (
                            select a.code from area a, told where a.code = any(told.areas)
                            union select a.code from area a join down on a.parent = down.code),
                        concerned as (
                            select coalesce(array_agg(code), '{}') codes
                              from (select code from up union select code from down union select unnest(areas) from told) c)
                        select count(*) from subscriber s, told, concerned
                         where s.government = :government and s.status = 'confirmed'
                           and (s.series = '{}' or :series = any(s.series))
                           and (s.areas = '{}' or told.areas = '{}' or s.areas && concerned.codes)
                        """)
                .param("government", government)
                .param("series", series)
                .param("areas", areas.toArray(String[]::new))
                .query(Integer.class)
                .single());
    }
}
