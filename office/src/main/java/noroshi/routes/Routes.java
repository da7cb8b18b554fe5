package noroshi.routes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The routes of the governments. Reads and writes inside a door of Tenancy. */
@Repository
public class Routes {

    private static final String ROUTE =
            "select id, name, series, department, readers, reader_departments from route where government = :government";

    private final JdbcClient sql;

    public Routes(JdbcClient sql) {
        this.sql = sql;
    }

    public List<Route> list(String government) {
        return sql
                .sql(ROUTE + " order by series nulls last, department nulls last")
                .param("government", government)
                .query((row, n) -> new Route(
                        government,
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("series"),
                        row.getString("department"),
                        List.of(),
                        StepRows.longs(row.getArray("readers")),
                        StepRows.strings(row.getArray("reader_departments"))))
                .list()
                .stream()
                .map(this::withSteps)
                .toList();
    }

    public Optional<Route> find(String government, long id) {
        return list(government).stream().filter(route -> route.id() == id).findFirst();
    }

    /** The route of a series' texts from a department: the most particular one; without any, what the series' count means. */
    public Route choose(String government, String series, String department, int approvals) {
        return list(government).stream()
                .filter(route -> route.series() == null || route.series().equals(series))
                .filter(route ->
                        route.department() == null || route.department().equals(department))
                .max(java.util.Comparator.comparingInt(Routes::particularity))
                .map(route -> route.in(department))
                .orElseGet(() -> Route.simple(government, series, approvals));
    }

    private static int particularity(Route route) {
        return (route.series() == null ? 0 : 2) + (route.department() == null ? 0 : 1);
    }

    private Route withSteps(Route route) {
        var steps = sql.sql("""
                        select position, name, role, department, own_department, officers, required from route_step
                         where government = :government and route = :route order by position
                        """)
                .param("government", route.government())
                .param("route", route.id())
                .query(StepRows::step)
                .list();
        return new Route(
                route.government(),
                route.id(),
                route.name(),
                route.series(),
                route.department(),
                steps,
                route.readers(),
                route.readerDepartments());
    }

    /** Whether another route stands for the same texts already. */
    Optional<Long> findTwin(Route route) {
        return sql.sql("""
                        select id from route where government = :government and id <> :id
                           and series is not distinct from :series and department is not distinct from :department
                        """)
                .param("government", route.government())
                .param("id", route.id())
                .param("series", route.series())
                .param("department", route.department())
                .query(Long.class)
                .optional();
    }

    boolean isSeries(String government, @Nullable String code) {
        return code == null
                || sql.sql("select exists (select from series where government = :government and code = :code)")
                        .param("government", government)
                        .param("code", code)
                        .query(Boolean.class)
                        .single();
    }

    /** Adds the route when its id is 0, else replaces it with its steps. */
    long put(Route route) {
        long id = route.id() == 0 ? add(route) : change(route);
        for (var step : route.steps()) add(route.government(), id, step);
        return id;
    }

    private long add(Route route) {
        return sql.sql("""
                        insert into route (government, name, series, department, readers, reader_departments)
                        values (:government, :name, :series, :department, :readers, :departments) returning id
                        """)
                .param("government", route.government())
                .param("name", route.name())
                .param("series", route.series())
                .param("department", route.department())
                .param("readers", StepRows.column(route.readers()))
                .param("departments", route.readerDepartments().toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    private long change(Route route) {
        sql.sql("""
                        update route set name = :name, series = :series, department = :department, readers = :readers,
                               reader_departments = :departments where government = :government and id = :id
                        """)
                .param("government", route.government())
                .param("id", route.id())
                .param("name", route.name())
                .param("series", route.series())
                .param("department", route.department())
                .param("readers", StepRows.column(route.readers()))
                .param("departments", route.readerDepartments().toArray(String[]::new))
                .update();
        sql.sql("delete from route_step where government = :government and route = :route")
                .param("government", route.government())
                .param("route", route.id())
                .update();
        return route.id();
    }

    private void add(String government, long route, Step step) {
        sql.sql("""
                        insert into route_step (government, route, position, name, role, department, own_department, officers, required)
                        values (:government, :route, :position, :name, :role, :department, :own, :officers, :required)
                        """)
                .param("government", government)
                .param("route", route)
                .param("position", step.position())
                .param("name", step.name())
                .param("role", StepRows.code(step.role()))
                .param("department", step.department())
                .param("own", step.ownDepartment())
                .param("officers", StepRows.column(step.officers()))
                .param("required", step.required())
                .update();
    }

    boolean drop(String government, long id) {
        return sql.sql("delete from route where government = :government and id = :id")
                        .param("government", government)
                        .param("id", id)
                        .update()
                > 0;
    }
}
