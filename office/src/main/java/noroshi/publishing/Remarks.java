package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;
import static noroshi.publishing.ArticleRows.instant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Remarks at places of texts. Reads and writes inside a door of Tenancy. */
@Repository
public class Remarks {

    private final JdbcClient sql;

    public Remarks(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those on any edition of the article, open ones first, in the order of the text. */
    public List<Remark> list(String government, long article) {
        return sql.sql("""
                        select r.*, coalesce(o.name, '県の管理者') officer_name from remark r left join officer o on o.id = r.officer
                         where r.government = :government and r.article = :article
                         order by r.resolved_at is not null, r.edition desc, r.line, r.id
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new Remark(
                        row.getLong("id"),
                        row.getLong("article"),
                        row.getInt("edition"),
                        row.getInt("line"),
                        row.getString("quote"),
                        row.getString("comment"),
                        row.getLong("officer"),
                        row.getString("officer_name"),
                        row.getTimestamp("at").toInstant(),
                        instant(row, "resolved_at")))
                .list();
    }

    public List<Remark> open(String government, long article) {
        return list(government, article).stream().filter(Remark::isOpen).toList();
    }

    Optional<Remark> find(String government, long article, long id) {
        return list(government, article).stream()
                .filter(remark -> remark.id() == id)
                .findFirst();
    }

    void add(Edition edition, int line, String quote, String comment, long by, Instant at) {
        sql.sql("""
                        insert into remark (government, article, edition, line, quote, comment, officer, at)
                        values (:government, :article, :edition, :line, :quote, :comment, :by, :at)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("line", line)
                .param("quote", quote)
                .param("comment", comment)
                .param("by", by)
                .param("at", column(at))
                .update();
    }

    void resolve(String government, long id, long by, Instant at) {
        sql.sql("""
                        update remark set resolved_by = :by, resolved_at = :at
                         where government = :government and id = :id and resolved_at is null
                        """)
                .param("government", government)
                .param("id", id)
                .param("by", by)
                .param("at", column(at))
                .update();
    }
}
