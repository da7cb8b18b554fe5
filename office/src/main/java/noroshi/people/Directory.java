package noroshi.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The names everything refers to: governments, areas, topics, departments. Reads inside a door of Tenancy. */
@Repository
public class Directory {

    private static final String GOVERNMENT = """
            select code, name, kana, kind, coalesce(color, '#00573d') color, phone, email, address from government
            """;

    private final JdbcClient sql;

    public Directory(JdbcClient sql) {
        this.sql = sql;
    }

    /** Every government, the prefecture first, then by code. */
    public List<Government> listGovernments() {
        return sql.sql(GOVERNMENT + " order by parent is not null, code")
                .query(Government.class)
                .list();
    }

    public Optional<Government> findGovernment(String code) {
        return sql.sql(GOVERNMENT + " where code = :code")
                .param("code", code)
                .query(Government.class)
                .optional();
    }

    public Government getGovernment(String code) {
        return findGovernment(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no government %s. Maybe load the reference data first.".formatted(code)));
    }

    /** The prefecture's code for whatever lies in it, itself included; a government whose prefecture is not here is its own. */
    public String prefectureOf(String government) {
        return listGovernments().stream()
                .filter(Government::isPrefecture)
                .map(Government::code)
                .filter(code -> code.startsWith(government.substring(0, 2)))
                .findFirst()
                .orElse(government);
    }

    /** Every area, those that contain others first. */
    public List<Area> listAreas() {
        return sql.sql("select code, name, kana, parent, kind from area order by position, code")
                .query(Area.class)
                .list();
    }

    /** The areas and every area that contains one of them: a ward stands in its city, region and prefecture. */
    public Set<String> withContaining(Collection<String> areas) {
        if (areas.isEmpty()) return Set.of();
        return new LinkedHashSet<>(
                sql.sql("""
                        with recursive up as (
                            select code, parent from area where code in (:areas)
                            union select a.code, a.parent from area a join up on a.code = up.parent)
                        select code from up order by code
                        """).param("areas", areas).query(String.class).list());
    }

    /** The areas and every area inside one of them. */
    public Set<String> withContained(Collection<String> areas) {
        if (areas.isEmpty()) return Set.of();
        return new LinkedHashSet<>(
                sql.sql("""
                        with recursive down as (
                            select code from area where code in (:areas)
                            union select a.code from area a join down on a.parent = down.code)
                        select code from down order by code
                        """).param("areas", areas).query(String.class).list());
    }

    public List<Topic> listTopics() {
        return sql.sql("select code, name from topic order by position, code")
                .query(Topic.class)
                .list();
    }

    /** Those that there are now; ended ones are left out. */
    public List<Department> listDepartments(String government) {
        return sql.sql("""
                        select government, code, name, parent, phone, email, address, fax, hours, map from department
                         where government = :government and ended_at is null order by position, code
                        """)
                .param("government", government)
                .query(Department.class)
                .list();
    }

    /** The department if it has not ended. */
    public Optional<Department> findDepartment(String government, String code) {
        return sql.sql("""
                        select government, code, name, parent, phone, email, address, fax, hours, map from department
                         where government = :government and code = :code and ended_at is null
                        """)
                .param("government", government)
                .param("code", code)
                .query(Department.class)
                .optional();
    }

    /** The department that does its work now: itself, or where its successors lead; empty: it ended without one, or never was. */
    public Optional<Department> findResponsible(String government, String code) {
        return sql.sql("""
                        with recursive heir as (
                            select code, successor, ended_at, 1 depth from department where government = :government and code = :code
                            union all
                            select d.code, d.successor, d.ended_at, heir.depth + 1 from heir
                              join department d on d.government = :government and d.code = heir.successor
                             where heir.ended_at is not null and heir.depth < 50)
                        select code from heir where ended_at is null limit 1
                        """)
                .param("government", government)
                .param("code", code)
                .query(String.class)
                .optional()
                .flatMap(found -> findDepartment(government, found));
    }

    /** Those of the codes that name no area. */
    public List<String> unknownAreas(Collection<String> codes) {
        return unknown("area", codes);
    }

    /** Those of the codes that name no topic. */
    public List<String> unknownTopics(Collection<String> codes) {
        return unknown("topic", codes);
    }

    private List<String> unknown(String table, Collection<String> codes) {
        if (codes.isEmpty()) return List.of();
        var unknown = new ArrayList<>(codes);
        unknown.removeAll(sql.sql("select code from %s where code in (:codes)".formatted(table))
                .param("codes", codes)
                .query(String.class)
                .list());
        return unknown;
    }
}
