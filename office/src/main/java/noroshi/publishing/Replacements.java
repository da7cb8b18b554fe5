package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;
import static noroshi.publishing.ArticleRows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 差し替え: which edition takes the place of the public one, and when. Reads and writes inside a door of Tenancy. */
@Repository
public class Replacements {

    private final JdbcClient sql;

    public Replacements(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param closesAt when the new edition leaves the public pages; null: never */
    public record Replacement(
            String government,
            long article,
            int edition,
            Instant opensAt,
            @Nullable Instant closesAt) {}

    public Optional<Replacement> find(String government, long article) {
        return sql.sql(
                        "select government, article, edition, opens_at, closes_at from replacement where government = :government and article = :article")
                .param("government", government)
                .param("article", article)
                .query(Replacements::replacement)
                .optional();
    }

    /** Through the door to everywhere. */
    List<Replacement> due(Instant now, int max) {
        return sql.sql(
                        "select government, article, edition, opens_at, closes_at from replacement where opens_at <= :now order by opens_at, article limit :max")
                .param("now", column(now))
                .param("max", max)
                .query(Replacements::replacement)
                .list();
    }

    void put(Replacement replacement) {
        sql.sql("""
                        insert into replacement (government, article, edition, opens_at, closes_at)
                        values (:government, :article, :edition, :opens, :closes)
                        on conflict (government, article) do update set edition = :edition, opens_at = :opens, closes_at = :closes
                        """)
                .param("government", replacement.government())
                .param("article", replacement.article())
                .param("edition", replacement.edition())
                .param("opens", column(replacement.opensAt()))
                .param("closes", column(replacement.closesAt()))
                .update();
    }

    boolean drop(Article article) {
        return sql.sql("delete from replacement where government = :government and article = :article")
                        .param("government", article.government())
                        .param("article", article.id())
                        .update()
                > 0;
    }

    private static Replacement replacement(ResultSet row, int number) throws SQLException {
        var opensAt = row.getTimestamp("opens_at").toInstant();
        return new Replacement(
                row.getString("government"),
                row.getLong("article"),
                row.getInt("edition"),
                opensAt,
                instant(row, "closes_at"));
    }
}
