package noroshi.writing;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Phrases and prepared pages. Reads inside a door of Tenancy. */
@Repository
public class Shelf {

    private static final String PAGE = "id, name, title, summary, body, series";

    private final JdbcClient sql;

    Shelf(JdbcClient sql) {
        this.sql = sql;
    }

    /** The government's and those of one department. @param department null: of all */
    public List<Snippet> listSnippets(String government, @org.jspecify.annotations.Nullable String department) {
        return sql.sql("""
                        select id, department, name, body, position from snippet
                         where government = :government and (:department::text is null or department in ('', :department))
                         order by department, position, name
                        """)
                .param("government", government)
                .param("department", department)
                .query(Snippet.class)
                .list();
    }

    public Optional<Snippet> findSnippet(String government, long id) {
        return sql.sql(
                        "select id, department, name, body, position from snippet where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(Snippet.class)
                .optional();
    }

    public List<PreparedPage> listPages(String government) {
        return sql.sql("select %s from prepared_page where government = :government order by name".formatted(PAGE))
                .param("government", government)
                .query(PreparedPage.class)
                .list();
    }

    public Optional<PreparedPage> findPage(String government, long id) {
        return sql.sql("select %s from prepared_page where government = :government and id = :id".formatted(PAGE))
                .param("government", government)
                .param("id", id)
                .query(PreparedPage.class)
                .optional();
    }
}
