package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 見直し日: by when somebody looks at an article again. Reads and writes inside a door of Tenancy. */
@Repository
public class ReviewDates {

    private static final String DUE = """
            select d.article, d.due_on, d.note, a.series, e.title, e.department, e.written_by from review_date d
              join article a on a.government = d.government and a.id = d.article
              join edition e on e.government = a.government and e.article = a.id
               and e.number = coalesce(a.public_edition, a.newest_edition)
             where d.government = :government and a.public_edition is not null
               and not exists (select from trash t where t.government = a.government and t.article = a.id)
            """;

    private final JdbcClient sql;

    public ReviewDates(JdbcClient sql) {
        this.sql = sql;
    }

    /** When an article is to be looked at. */
    public record ReviewDate(LocalDate dueOn, String note) {}

    /** A public article with its date. @param department of the text, or ""; @param author who wrote the edition readers see */
    public record Due(
            long article, LocalDate dueOn, String note, String series, String title, String department, long author) {}

    public Optional<ReviewDate> find(String government, long article) {
        return sql.sql("select due_on, note from review_date where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new ReviewDate(row.getDate("due_on").toLocalDate(), row.getString("note")))
                .optional();
    }

    /** Public articles whose date is that day or earlier, the oldest first. */
    public List<Due> due(String government, LocalDate day, int max) {
        return sql.sql(DUE + " and d.due_on <= :day order by d.due_on, d.article limit :max")
                .param("government", government)
                .param("day", Date.valueOf(day))
                .param("max", max)
                .query(ReviewDates::due)
                .list();
    }

    void put(Article article, LocalDate dueOn, String note, long by, Instant at) {
        sql.sql("""
                        insert into review_date (government, article, due_on, note, set_by, set_at)
                        values (:government, :article, :due, :note, :by, :at)
                        on conflict (government, article) do update set due_on = :due, note = :note, set_by = :by, set_at = :at
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .param("due", Date.valueOf(dueOn))
                .param("note", note)
                .param("by", by)
                .param("at", column(at))
                .update();
    }

    void clear(Article article) {
        sql.sql("delete from review_date where government = :government and article = :article")
                .param("government", article.government())
                .param("article", article.id())
                .update();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        var department = row.getString("department");
        return new Due(
                row.getLong("article"),
                row.getDate("due_on").toLocalDate(),
                row.getString("note"),
                row.getString("series"),
                row.getString("title"),
                department == null ? "" : department,
                row.getLong("written_by"));
    }
}
