package noroshi.routes;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import noroshi.people.DepartmentUse;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Routes of approval follow their departments: where they hold, who decides, who reads; also of reviews that run. A route for a series that the
 * successor has its own route for stays as it is: the successor's counts.
 */
@Component
class RouteDepartments implements DepartmentUse {

    /** Each with its key, which begins with a letter of its own. */
    private static final List<Place> PLACES = List.of(
            new Place("route", "'r' || id", """
                     and not exists (select from route o where o.government = t.government and o.department = :to
                                        and o.series is not distinct from t.series)"""),
            new Place("route_step", "'s' || route || ':' || position", ""),
            new Place("edition_step", "'e' || article || ':' || edition || ':' || position", """
                     and exists (select from article a where a.government = t.government and a.id = t.article and a.state = 'review')"""));

    private record Place(String table, String key, String condition) {}

    private final JdbcClient sql;

    RouteDepartments(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    public String what() {
        return "承認の経路";
    }

    @Override
    public Map<String, Integer> counts(String government) {
        return sql
                .sql("""
                        select department, count(*)::int from (
                            select department from route where government = :government
                            union all select department from route_step where government = :government
                            union all select unnest(reader_departments) from route where government = :government) x
                         where department is not null group by department
                        """)
                .param("government", government)
                .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<String> move(String government, String from, String to) {
        var keys = new java.util.ArrayList<String>();
        for (var place : PLACES)
            keys.addAll(sql.sql(
                            "update %s t set department = :to where government = :government and department = :from%s returning %s"
                                    .formatted(place.table(), place.condition(), place.key()))
                    .param("government", government)
                    .param("from", from)
                    .param("to", to)
                    .query(String.class)
                    .list());
        keys.addAll(sql.sql("""
                        update route set reader_departments = array_replace(reader_departments, :from, :to)
                         where government = :government and :from = any(reader_departments) returning 'd' || id
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .query(String.class)
                .list());
        return keys;
    }

    @Override
    public void moveBack(String government, Collection<String> keys, String from, String to) {
        for (var place : PLACES)
            sql.sql(
                            "update %s t set department = :from where government = :government and department = :to and %s = any(:keys)"
                                    .formatted(place.table(), place.key()))
                    .param("government", government)
                    .param("from", from)
                    .param("to", to)
                    .param("keys", keys.toArray(String[]::new))
                    .update();
        sql.sql("""
                        update route set reader_departments = array_replace(reader_departments, :to, :from)
                         where government = :government and 'd' || id = any(:keys)
                        """)
                .param("government", government)
                .param("from", from)
                .param("to", to)
                .param("keys", keys.toArray(String[]::new))
                .update();
    }
}
