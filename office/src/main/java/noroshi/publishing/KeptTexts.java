package noroshi.publishing;

import static noroshi.publishing.ArticleRows.column;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** 控え: texts of officers whose article was taken over while they wrote; nothing that was typed is lost. Inside a door of Tenancy. */
@Repository
public class KeptTexts {

    private static final int OF_AN_OFFICER_MAX = 5;

    private final JdbcClient sql;

    public KeptTexts(JdbcClient sql) {
        this.sql = sql;
    }

    public record KeptText(
            long id, long officer, String name, int basedOn, String title, String summary, String body, Instant at) {}

    /** The newest first. */
    public List<KeptText> list(String government, long article) {
        return sql.sql("""
                        select k.*, coalesce(o.name, '県の管理者') name from kept_text k left join officer o on o.id = k.officer
                         where k.government = :government and k.article = :article order by k.id desc
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new KeptText(
                        row.getLong("id"),
                        row.getLong("officer"),
                        row.getString("name"),
                        row.getInt("based_on"),
                        row.getString("title"),
                        row.getString("summary"),
                        row.getString("body"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** Keeps the text; of one officer the last few. */
    public void keep(Article article, long officer, int basedOn, Content content, Instant at) {
        sql.sql("""
                        insert into kept_text (government, article, officer, based_on, title, summary, body, at)
                        values (:government, :article, :officer, :based, :title, :summary, :body, :at)
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .param("officer", officer)
                .param("based", basedOn)
                .param("title", content.title())
                .param("summary", content.summary())
                .param("body", content.body())
                .param("at", column(at))
                .update();
        sql.sql("""
                        delete from kept_text where government = :government and article = :article and officer = :officer
                           and id not in (select id from kept_text where government = :government and article = :article
                                             and officer = :officer order by id desc limit :max)
                        """)
                .param("government", article.government())
                .param("article", article.id())
                .param("officer", officer)
                .param("max", OF_AN_OFFICER_MAX)
                .update();
    }

    public void drop(String government, long article, long id, long officer) {
        sql.sql("""
                        delete from kept_text where government = :government and article = :article and id = :id
                           and officer = :officer
                        """)
                .param("government", government)
                .param("article", article)
                .param("id", id)
                .param("officer", officer)
                .update();
    }
}
