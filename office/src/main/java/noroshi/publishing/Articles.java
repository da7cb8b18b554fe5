package noroshi.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the desk asks: articles in every state with their editions, approvals and history. Reads inside a door of Tenancy. */
@Repository
public class Articles {

    private final JdbcClient sql;

    public Articles(JdbcClient sql) {
        this.sql = sql;
    }

    /** An article with its newest edition, for lists at the desk. */
    public record Row(Article article, Edition newest) {}

    /**
     * Which articles to list; null: whatever.
     *
     * @param words all must stand in the title or body of the newest edition
     * @param before only articles with a smaller id: the next page of a list is asked for by the last id of this one
     */
    public record Question(
            @Nullable ArticleState state,
            @Nullable String series,
            @Nullable Long writtenBy,
            @Nullable Boolean reviewDue,
            String words,
            @Nullable Long before) {

        public static Question everything() {
            return new Question(null, null, null, null, "", null);
        }
    }

    public Optional<Article> find(String government, long article) {
        return sql.sql("select %s from article a where a.government = :government and a.id = :article"
                        .formatted(ArticleRows.ARTICLE))
                .param("government", government)
                .param("article", article)
                .query(ArticleRows::article)
                .optional();
    }

    /** Whose article this is; through the door to everywhere, else only one's own is seen. */
    public Optional<String> findGovernment(long article) {
        return sql.sql("select government from article where id = :article")
                .param("article", article)
                .query(String.class)
                .optional();
    }

    public Optional<Article> findByOrigin(String government, String origin) {
        return sql.sql("select %s from article a where a.government = :government and a.origin = :origin"
                        .formatted(ArticleRows.ARTICLE))
                .param("government", government)
                .param("origin", origin)
                .query(ArticleRows::article)
                .optional();
    }

    public Optional<Edition> findEdition(String government, long article, int number) {
        return sql.sql("""
                        select %s from edition e
                         where e.government = :government and e.article = :article and e.number = :number
                        """.formatted(ArticleRows.EDITION))
                .param("government", government)
                .param("article", article)
                .param("number", number)
                .query(ArticleRows::edition)
                .optional();
    }

    /** All editions, the newest first. */
    public List<Edition> listEditions(String government, long article) {
        return sql.sql("""
                        select %s from edition e where e.government = :government and e.article = :article
                         order by e.number desc
                        """.formatted(ArticleRows.EDITION))
                .param("government", government)
                .param("article", article)
                .query(ArticleRows::edition)
                .list();
    }

    /** The newest first. */
    public List<Row> list(String government, Question question, int max) {
        return sql.sql("""
                        select %s, %s from article a
                          join edition e on e.government = a.government and e.article = a.id and e.number = a.newest_edition
                         where a.government = :government
                           and (:state::text is null or a.state = :state)
                           and (:series::text is null or a.series = :series)
                           and (:by::bigint is null or e.written_by = :by)
                           and (:due::boolean is null or a.review_due = :due)
                           and (:before::bigint is null or a.id < :before)
                           and not exists (select from trash t where t.government = a.government and t.article = a.id)
                           and not exists (select from unnest(:words::text[]) word
                                            where strpos(e.title || ' ' || e.summary || ' ' || e.body, word) = 0)
                         order by a.id desc limit :max
                        """.formatted(ArticleRows.ARTICLE, ArticleRows.EDITION))
                .param("government", government)
                .param(
                        "state",
                        question.state() == null ? null : question.state().code())
                .param("series", question.series())
                .param("by", question.writtenBy())
                .param("due", question.reviewDue())
                .param("before", question.before())
                .param("words", words(question.words()))
                .param("max", max)
                .query((row, n) -> new Row(ArticleRows.article(row, n), ArticleRows.edition(row, n)))
                .list();
    }

    private static String[] words(String text) {
        return text.isBlank() ? new String[0] : text.strip().split("[\\s\\u3000]+");
    }

    /** How many articles stand in each state, for the desk's first page. */
    public List<Count> count(String government) {
        return sql.sql("""
                        select state, count(*) from article a where government = :government
                           and not exists (select from trash t where t.government = a.government and t.article = a.id)
                         group by state order by state
                        """)
                .param("government", government)
                .query((row, n) -> new Count(ArticleState.of(row.getString(1)), row.getLong(2)))
                .list();
    }

    public record Count(ArticleState state, long articles) {}

    /**
     * One decision about an edition: requested, approved, remanded, reviewed or pulled-back.
     *
     * @param step name of the step that an approval was given in; "" for others
     * @param forName the absent officer for whom a delegate decided; "": nobody
     */
    public record Decision(
            int edition,
            long officer,
            String officerName,
            String decision,
            String comment,
            String step,
            String forName,
            Instant at) {}

    /** Oldest first. */
    public List<Decision> listDecisions(String government, long article) {
        return sql.sql("""
                        select p.edition, p.officer, coalesce(o.name, '県の管理者') officer_name, p.decision, p.comment, p.at,
                               coalesce(s.name, '') step_name, coalesce(f.name, '') for_name
                          from approval p left join officer o on o.id = p.officer left join officer f on f.id = p.for_officer
                          left join edition_step s on s.government = p.government and s.article = p.article
                           and s.edition = p.edition and s.position = p.step
                         where p.government = :government and p.article = :article order by p.at, p.id
                        """)
                .param("government", government)
                .param("article", article)
                .query((row, n) -> new Decision(
                        row.getInt("edition"),
                        row.getLong("officer"),
                        row.getString("officer_name"),
                        row.getString("decision"),
                        row.getString("comment"),
                        row.getString("step_name"),
                        row.getString("for_name"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    /** One act on the record; officerName is that of the clock when no officer acted. */
    public record Act(Instant at, String officerName, String act, String detail) {

        /** The act in words for the history. */
        public String japanese() {
            return switch (act) {
                case "article.written" -> "作成";
                case "article.revised" -> "改訂";
                case "article.review-requested" -> "承認依頼";
                case "article.approved" -> "承認";
                case "article.approved-elsewhere" -> "他システムでの承認を記録";
                case "article.remanded" -> "差し戻し";
                case "article.scheduled" -> "公開予約";
                case "article.published" -> "公開";
                case "article.opened" -> "予約による公開";
                case "article.withdrawn" -> "公開終了";
                case "article.closed" -> "期限による公開終了";
                case "article.moved" -> "媒体の変更";
                case "article.reviewed" -> "事後確認";
                case "article.pulled-back" -> "引き戻し";
                case "article.remarked" -> "場所を示した指摘";
                case "article.remark-resolved" -> "指摘の解決";
                case "article.errors-waived" -> "点検の誤りを残す許可";
                case "article.replacement-cancelled" -> "差し替え予約の取り消し";
                case "article.restored" -> "前の版から復元";
                case "article.taken-over" -> "編集の引き継ぎ";
                case "article.trashed" -> "ごみ箱に入れる";
                case "article.taken-out" -> "ごみ箱から戻す";
                case "article.purged" -> "ごみ箱から削除";
                case "article.review-date" -> "見直し日";
                case "article.read" -> "回覧の確認";
                case "article.moved-in" -> "元のサイトから取込み";
                default -> act;
            };
        }
    }

    /** Everything that happened to the article, oldest first. */
    public List<Act> history(String government, long article) {
        return sql.sql("""
                        select r.at, coalesce(o.name, case when r.officer is null then '自動' else '県の管理者' end) name, r.act, r.detail
                          from audit r left join officer o on o.id = r.officer
                         where r.government = :government and r.subject = :subject order by r.id
                        """)
                .param("government", government)
                .param("subject", "article:" + article)
                .query((row, n) -> new Act(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        row.getString("act"),
                        row.getString("detail")))
                .list();
    }
}
