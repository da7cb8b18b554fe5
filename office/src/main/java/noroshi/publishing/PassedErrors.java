package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 検査の誤りを残して公開したもの: editions that passed the gate with errors, and why. Reads inside a door of Tenancy. */
@Repository
public class PassedErrors {

    private final JdbcClient sql;

    public PassedErrors(JdbcClient sql) {
        this.sql = sql;
    }

    public enum Standing {
        /** Readers see it: it waits for repair. */
        PUBLIC("公開中・要修正"),
        /** Approved, or to be public by the clock. */
        COMING("公開前"),
        /** A later edition took its place, or it left the pages. */
        OVER("修正済み・終了");

        private final String japanese;

        Standing(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param department of the text, else of its author; @param findings one a line */
    public record Row(
            long id,
            long article,
            int edition,
            String title,
            String path,
            String department,
            String officerName,
            String reason,
            List<String> rules,
            String findings,
            Instant at,
            Standing standing) {}

    /** Why the edition was let pass, said last. */
    public Optional<String> findReason(String government, long article, int edition) {
        return sql.sql("""
                        select reason from waiver where government = :government and article = :article and edition = :edition
                         order by id desc limit 1
                        """)
                .param("government", government)
                .param("article", article)
                .param("edition", edition)
                .query(String.class)
                .optional();
    }

    /** What still waits for repair first, then the newest. @param department a code; null: all */
    public List<Row> list(String government, @Nullable String department, int max) {
        return sql.sql("""
                        select v.*, e.title, a.series, coalesce(e.department, w.department, '') department, coalesce(o.name, '県の管理者') officer_name,
                               case when a.public_edition = v.edition and a.opens_at is null then 'PUBLIC'
                                    when a.newest_edition = v.edition and a.state in ('review', 'approved', 'scheduled') then 'COMING'
                                    else 'OVER' end standing
                          from waiver v
                          join article a on a.government = v.government and a.id = v.article
                          join edition e on e.government = v.government and e.article = v.article and e.number = v.edition
                          left join officer o on o.id = v.officer left join officer w on w.id = e.written_by
                         where v.government = :government
                           and (:department::text is null or coalesce(e.department, w.department, '') = :department)
                         order by (a.public_edition is distinct from v.edition), v.id desc limit :max
                        """)
                .param("government", government)
                .param("department", department)
                .param("max", max)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getLong("article"),
                        row.getInt("edition"),
                        row.getString("title"),
                        Article.path(row.getString("series"), row.getLong("article")),
                        row.getString("department"),
                        row.getString("officer_name"),
                        row.getString("reason"),
                        ArticleRows.strings(row, "rules"),
                        row.getString("findings"),
                        row.getTimestamp("at").toInstant(),
                        Standing.valueOf(row.getString("standing"))))
                .list();
    }
}
