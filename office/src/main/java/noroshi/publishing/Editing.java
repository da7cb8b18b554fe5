package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who edits an article at the screens, so that two do not write the same thing. A courtesy, no wall: anyone who may edit can take
 * over, on the record; what really decides is the edition that a text is based on.
 */
@Component
public final class Editing {

    /** Whose screen gave no sign for so long has left it. */
    public static final Duration LEFT_AFTER = Duration.ofMinutes(30);

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;

    Editing(Tenancy tenancy, JdbcClient sql, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
    }

    /** Somebody's lock. */
    public record Lock(long officer, String name, Instant since, Instant seenAt) {}

    /** Begins or goes on; the other officer who holds the article: then nothing was changed. */
    public Optional<Lock> begin(Article article, Officer by, Instant at) {
        return tenancy.in(article.government(), () -> {
            var other = other(article, by, at);
            if (other.isEmpty()) hold(article, by, at);
            return other;
        });
    }

    /** Who else is editing now. */
    public Optional<Lock> other(Article article, Officer by, Instant at) {
        return tenancy.in(article.government(), () -> find(article))
                .filter(lock -> lock.officer() != by.id())
                .filter(lock -> lock.seenAt().plus(LEFT_AFTER).isAfter(at));
    }

    /** Takes the article over from whoever edits it. */
    public Outcome take(Article article, Officer by, Instant at) {
        return tenancy.in(article.government(), () -> {
            var lacking = Rights.lacking(by, article.government(), Role.AUTHOR, Role.EMERGENCY);
            if (lacking.isPresent()) return lacking.get();
            var from = find(article).filter(lock -> lock.officer() != by.id());
            sql.sql("delete from edit_lock where government = :government and article = :article")
                    .param("government", article.government())
                    .param("article", article.id())
                    .update();
            hold(article, by, at);
            if (from.isPresent())
                audit.record(
                        article.government(),
                        by.id(),
                        "article.taken-over",
                        Opening.subject(article),
                        from.get().name() + "さんから");
            return new Outcome.Done(article, new ArticleStore(sql).newest(article));
        });
    }

    /** The officer is done. */
    public void end(Article article, Officer by) {
        tenancy.run(article.government(), () -> sql.sql(
                        "delete from edit_lock where government = :government and article = :article and officer = :officer")
                .param("government", article.government())
                .param("article", article.id())
                .param("officer", by.id())
                .update());
    }

    private void hold(Article article, Officer by, Instant at) {
        // Somebody else's old lock gives way; one's own goes on since it began.
        sql.sql("""
                        insert into edit_lock (government, article, officer, since, seen_at)
                        values (:government, :article, :officer, :at, :at)
                        on conflict (government, article) do update
                           set officer = :officer, seen_at = :at,
                               since = case when edit_lock.officer = :officer then edit_lock.since else :at end
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .param("officer", by.id())
                .param("at", column(at))
                .update();
    }

    private Optional<Lock> find(Article article) {
        return sql.sql("""
                        select l.officer, coalesce(o.name, '県の管理者') name, l.since, l.seen_at from edit_lock l
                          left join officer o on o.id = l.officer
                         where l.government = :government and l.article = :article
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .query((row, n) -> new Lock(
                        row.getLong("officer"),
                        row.getString("name"),
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("seen_at").toInstant()))
                .optional();
    }
}
