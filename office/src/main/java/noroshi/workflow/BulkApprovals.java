package noroshi.workflow;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Acts of approval on many articles, and what became of each. Reads and writes inside a door of Tenancy. */
@Repository
public class BulkApprovals {

    private final JdbcClient sql;

    BulkApprovals(JdbcClient sql) {
        this.sql = sql;
    }

    public enum State {
        WAITING("処理待ち"),
        DONE("承認しました"),
        REFUSED("承認できませんでした");

        private final String japanese;

        State(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** @param said why it was refused, or where it stands now */
    public record Item(int position, long article, int edition, String title, State state, String said) {}

    public record Bulk(String government, long id, long officer, String comment, Instant begunAt, List<Item> items) {

        public long count(State state) {
            return items.stream().filter(item -> item.state() == state).count();
        }

        public boolean isDone() {
            return count(State.WAITING) == 0;
        }
    }

    long add(String government, long officer, String comment, List<ApproveMany.Choice> choices, Instant at) {
        long bulk = sql.sql("""
                        insert into bulk_approval (government, officer, comment, begun_at)
                        values (:government, :officer, :comment, :at) returning id
                        """)
                .param("government", government)
                .param("officer", officer)
                .param("comment", comment)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
        for (int i = 0; i < choices.size(); i++)
            sql.sql("""
                            insert into bulk_item (government, bulk, position, article, edition)
                            values (:government, :bulk, :position, :article, :edition)
                            """)
                    .param("government", government)
                    .param("bulk", bulk)
                    .param("position", i + 1)
                    .param("article", choices.get(i).article())
                    .param("edition", choices.get(i).edition())
                    .update();
        return bulk;
    }

    public Optional<Bulk> find(String government, long id) {
        return sql.sql(
                        "select officer, comment, begun_at from bulk_approval where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query((row, n) -> new Bulk(
                        government,
                        id,
                        row.getLong("officer"),
                        row.getString("comment"),
                        row.getTimestamp("begun_at").toInstant(),
                        items(government, id)))
                .optional();
    }

    /** The newest acts of an officer. */
    public List<Long> newest(String government, long officer, int max) {
        return sql.sql("""
                        select id from bulk_approval where government = :government and officer = :officer order by id desc limit :max
                        """)
                .param("government", government)
                .param("officer", officer)
                .param("max", max)
                .query(Long.class)
                .list();
    }

    private List<Item> items(String government, long bulk) {
        return sql.sql("""
                        select i.position, i.article, i.edition, coalesce(e.title, '（見つかりません）') title, i.state, i.said from bulk_item i
                          left join edition e on e.government = i.government and e.article = i.article and e.number = i.edition
                         where i.government = :government and i.bulk = :bulk order by i.position
                        """)
                .param("government", government)
                .param("bulk", bulk)
                .query((row, n) -> new Item(
                        row.getInt("position"),
                        row.getLong("article"),
                        row.getInt("edition"),
                        row.getString("title"),
                        State.valueOf(row.getString("state").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("said")))
                .list();
    }

    /** Held until the transaction ends; false when it is done already. */
    boolean lockWaiting(String government, long bulk, int position) {
        return sql.sql("""
                        select true from bulk_item where government = :government and bulk = :bulk and position = :position
                           and state = 'waiting' for update
                        """)
                .param("government", government)
                .param("bulk", bulk)
                .param("position", position)
                .query(Boolean.class)
                .optional()
                .isPresent();
    }

    void put(String government, long bulk, int position, State state, String said, Instant at) {
        sql.sql("""
                        update bulk_item set state = :state, said = :said, at = :at
                         where government = :government and bulk = :bulk and position = :position
                        """)
                .param("government", government)
                .param("bulk", bulk)
                .param("position", position)
                .param("state", state.name().toLowerCase(java.util.Locale.ROOT))
                .param("said", said)
                .param("at", Timestamp.from(at))
                .update();
    }
}
