package noroshi.channels;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the articles that are public. */
@Repository
class NewsDesk {

    private final JdbcClient sql;

    NewsDesk(JdbcClient sql) {
        this.sql = sql;
    }

    /** Empty when the article has been withdrawn in the meantime. */
    Optional<News> find(String government, long article, int edition) {
        return sql
                .sql("""
                        select a.id, e.number, a.series, s.name as series_name, s.layout, g.name as government_name,
                               a.lane, e.title, e.body, e.areas, e.correction, e.marks
                          from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = :edition
                          join series s on s.government = a.government and s.code = a.series
                          join government g on g.code = a.government
                         where a.government = :government and a.id = :article and a.state = 'public'
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .query((row, n) -> new News(
                        row.getLong("id"),
                        row.getInt("number"),
                        row.getString("series"),
                        row.getString("series_name"),
                        row.getString("layout"),
                        row.getString("government_name"),
                        row.getString("lane").equals("EMERGENCY"),
                        row.getString("title"),
                        row.getString("body"),
                        List.of((String[]) row.getArray("areas").getArray()),
                        row.getString("correction"),
                        Marks.of(row.getString("marks"))))
                .optional();
    }
}
