package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 承認の記録: every decision about every edition of a government. Reads inside a door of Tenancy. */
@Repository
public class DecisionLog {

    private final JdbcClient sql;

    public DecisionLog(JdbcClient sql) {
        this.sql = sql;
    }

    /** Which decisions; null: whatever. @param until not included; @param department of the text, else of its author; @param before ids */
    public record Question(
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long officer,
            @Nullable String department,
            @Nullable String series,
            @Nullable String decision,
            @Nullable Long before) {}

    /** @param step and @param forName "" where there is none; @param department a code, or "" */
    public record Row(
            long id,
            Instant at,
            long article,
            int edition,
            String title,
            String series,
            String department,
            String authorName,
            String officerName,
            String decision,
            String step,
            String forName,
            String comment) {}

    /** The newest first. */
    public List<Row> list(String government, Question question, int max) {
        return sql.sql("""
                        select p.id, p.at, p.article, p.edition, e.title, a.series, coalesce(e.department, w.department, '') department,
                               coalesce(w.name, '県の管理者') author_name, coalesce(o.name, '県の管理者') officer_name, p.decision,
                               coalesce(s.name, '') step_name, coalesce(f.name, '') for_name, p.comment
                          from approval p
                          join article a on a.government = p.government and a.id = p.article
                          join edition e on e.government = p.government and e.article = p.article and e.number = p.edition
                          left join officer w on w.id = e.written_by left join officer o on o.id = p.officer
                          left join officer f on f.id = p.for_officer
                          left join edition_step s on s.government = p.government and s.article = p.article
                           and s.edition = p.edition and s.position = p.step
                         where p.government = :government
                           and (:from::timestamptz is null or p.at >= :from) and (:until::timestamptz is null or p.at < :until)
                           and (:officer::bigint is null or p.officer = :officer)
                           and (:department::text is null or coalesce(e.department, w.department, '') = :department)
                           and (:series::text is null or a.series = :series)
                           and (:decision::text is null or p.decision = :decision)
                           and (:before::bigint is null or p.id < :before)
                         order by p.id desc limit :max
                        """)
                .param("government", government)
                .param("from", column(question.from()))
                .param("until", column(question.until()))
                .param("officer", question.officer())
                .param("department", question.department())
                .param("series", question.series())
                .param("decision", question.decision())
                .param("before", question.before())
                .param("max", max)
                .query(DecisionLog::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getTimestamp("at").toInstant(),
                row.getLong("article"),
                row.getInt("edition"),
                row.getString("title"),
                row.getString("series"),
                row.getString("department"),
                row.getString("author_name"),
                row.getString("officer_name"),
                row.getString("decision"),
                row.getString("step_name"),
                row.getString("for_name"),
                row.getString("comment"));
    }
}
