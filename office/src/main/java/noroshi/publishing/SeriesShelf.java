package noroshi.publishing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The series of the governments. Reads inside a door of Tenancy. */
@Repository
public class SeriesShelf {

    private static final String SERIES = """
            select government, code, name, description, layout, department, topic, approvals from series
             where government = :government
            """;

    private final JdbcClient sql;

    public SeriesShelf(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Series> list(String government) {
        return sql.sql(SERIES + " order by position, code")
                .param("government", government)
                .query(Series.class)
                .list();
    }

    public Optional<Series> find(String government, String code) {
        return sql.sql(SERIES + " and code = :code")
                .param("government", government)
                .param("code", code)
                .query(Series.class)
                .optional();
    }

    Series get(String government, String code) {
        return find(government, code)
                .orElseThrow(
                        () -> new IllegalStateException("Government %s has no series %s.".formatted(government, code)));
    }

    /** Adds a series, or changes all but its code; it stands last in the order until moved. */
    public void put(Series series) {
        sql.sql("""
                        insert into series (government, code, name, description, layout, department, topic, approvals, position)
                        values (:government, :code, :name, :description, :layout, :department, :topic, :approvals,
                                (select coalesce(max(position), 0) + 1 from series where government = :government))
                        on conflict (government, code) do update
                           set name = :name, description = :description, layout = :layout, department = :department,
                               topic = :topic, approvals = :approvals
                        """).paramSource(series).update();
    }
}
