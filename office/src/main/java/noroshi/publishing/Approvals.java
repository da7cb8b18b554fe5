package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who asked for, gave or refused approval of an edition. */
@Repository
class Approvals {

    private final JdbcClient sql;

    Approvals(JdbcClient sql) {
        this.sql = sql;
    }

    void add(Edition edition, long officer, String decision, String comment, Instant at) {
        sql.sql("""
                        insert into approval (government, article, edition, officer, decision, comment, at)
                        values (:government, :article, :edition, :officer, :decision, :comment, :at)
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .param("officer", officer)
                .param("decision", decision)
                .param("comment", comment)
                .param("at", column(at))
                .update();
    }

    /** Who last asked for approval of the edition; 0: nobody. */
    long newestRequest(Edition edition) {
        return sql.sql("""
                        select officer from approval
                         where government = :government and article = :article and edition = :edition
                           and decision = 'requested'
                         order by at desc limit 1
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The officers whose approval of the edition stands: given since it was last sent back. */
    List<Long> standing(Edition edition) {
        return sql.sql("""
                        select distinct officer from approval
                         where government = :government and article = :article and edition = :edition
                           and decision = 'approved'
                           and at > coalesce((select max(at) from approval
                                               where government = :government and article = :article and edition = :edition
                                                 and decision = 'remanded'), '-infinity')
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query(Long.class)
                .list();
    }
}
