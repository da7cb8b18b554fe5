package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of what became public and what left. */
@Repository
class Publications {

    private final JdbcClient sql;

    Publications(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param edition null when the article left; @param officer null for the clock */
    void add(Article article, @Nullable Integer edition, String act, @Nullable Long officer, Instant at) {
        sql.sql("""
                        insert into publication (government, article, edition, act, lane, officer, at)
                        values (:government, :article, :edition, :act, :lane, :officer, :at)
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .param("edition", edition)
                .param("act", act)
                .param("lane", article.lane().name())
                .param("officer", officer)
                .param("at", column(at))
                .update();
    }
}
