package noroshi.views;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.function.Function;
import noroshi.snapshot.ViewReport;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The counts as they came, and how far each beacon was read. Inside a worker's door. */
@Repository
class ViewStore {

    private final JdbcClient sql;

    ViewStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** Totals: the greater one is the later one, in whatever order and however often they come. Unknown sites are left out. */
    void put(ViewReport report) {
        sql.sql("""
                        insert into view_count (government, hour, path, variant, beacon, views)
                        select g.code, :hour, x.path, x.variant, :beacon, x.views
                          from unnest(:site::text[], :path::text[], :variant::text[], :views::bigint[])
                               x (site, path, variant, views)
                          join government g on g.code = x.site
                        on conflict (government, hour, path, variant, beacon)
                        do update set views = greatest(view_count.views, excluded.views)
                        """)
                .param("hour", Timestamp.from(report.hour()))
                .param("beacon", report.beacon())
                .param("site", column(report, ViewReport.Line::site))
                .param("path", column(report, ViewReport.Line::path))
                .param("variant", column(report, ViewReport.Line::variant))
                .param("views", column(report, line -> Long.toString(line.count())))
                .update();
    }

    private static String[] column(ViewReport report, Function<ViewReport.Line, String> value) {
        return report.lines().stream().map(value).toArray(String[]::new);
    }

    Instant cursor(String beacon) {
        return sql.sql("select hour from view_cursor where beacon = :beacon")
                .param("beacon", beacon)
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant)
                .orElse(Instant.EPOCH);
    }

    void putCursor(String beacon, Instant hour) {
        sql.sql("""
                        insert into view_cursor (beacon, hour) values (:beacon, :hour)
                        on conflict (beacon) do update set hour = :hour
                        """).param("beacon", beacon).param("hour", Timestamp.from(hour)).update();
    }

    /** Hours that nobody asks for one by one any more become days in Japan; beacons have forgotten them before. */
    int sumUp(Instant before) {
        return sql.sql("""
                        with old as (
                            delete from view_count where hour < :before and beacon <> 'day'
                            returning government, hour, path, variant, views)
                        insert into view_count (government, hour, path, variant, beacon, views)
                        select government, date_trunc('day', hour, 'Asia/Tokyo'), path, variant, 'day', sum(views)
                          from old group by 1, 2, 3, 4
                        on conflict (government, hour, path, variant, beacon)
                        do update set views = view_count.views + excluded.views
                        """).param("before", Timestamp.from(before)).update();
    }
}
