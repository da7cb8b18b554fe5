package noroshi.publishing;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Old addresses and where they lead: always straight to the present one, never over a chain, never in a circle. */
@Repository
class MovedPages {

    private final JdbcClient sql;

    MovedPages(JdbcClient sql) {
        this.sql = sql;
    }

    void add(String government, String path, String target, Instant at) {
        sql.sql("delete from moved_page where government = :government and path = :target")
                .param("government", government)
                .param("target", target)
                .update();
        sql.sql("update moved_page set target = :target where government = :government and target = :path")
                .param("government", government)
                .param("target", target)
                .param("path", path)
                .update();
        sql.sql("""
                        insert into moved_page (government, path, target, at) values (:government, :path, :target, :at)
                        on conflict (government, path) do update set target = :target, at = :at
                        """)
                .param("government", government)
                .param("path", path)
                .param("target", target)
                .param("at", ArticleRows.column(at))
                .update();
    }
}
