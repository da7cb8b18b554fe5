package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import java.util.List;
import noroshi.routes.Given;
import org.jspecify.annotations.Nullable;
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
        add(edition, officer, decision, comment, null, null, at);
    }

    void approve(Edition edition, Given given, String comment, Instant at) {
        add(edition, given.officer(), "approved", comment, given.step(), given.forOfficer(), at);
    }

    private void add(
            Edition edition,
            long officer,
            String decision,
            String comment,
            @Nullable Integer step,
            @Nullable Long forOfficer,
            Instant at) {
        sql.sql("""
                        insert into approval (government, article, edition, officer, decision, comment, step, for_officer, at)
                        values (:government, :article, :edition, :officer, :decision, :comment, :step, :for, :at)
                        """)
                .param("step", step)
                .param("for", forOfficer)
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
                         order by id desc limit 1
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** The approvals of the edition that stand: given since it was last sent or taken back. */
    List<Given> given(Edition edition) {
        return sql.sql("""
                        select coalesce(step, 1) step, officer, for_officer from approval
                         where government = :government and article = :article and edition = :edition
                           and decision = 'approved'
                           and id > coalesce((select max(id) from approval
                                               where government = :government and article = :article and edition = :edition
                                                 and decision in ('remanded', 'pulled-back')), 0)
                         order by id
                        """)
                .param("government", edition.government())
                .param("article", edition.article())
                .param("edition", edition.number())
                .query((row, n) ->
                        new Given(row.getInt("step"), row.getLong("officer"), row.getObject("for_officer", Long.class)))
                .list();
    }
}
