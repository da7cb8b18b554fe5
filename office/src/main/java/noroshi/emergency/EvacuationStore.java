package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EvacuationStore {

    private final JdbcClient sql;

    EvacuationStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One decision of a government after the other, until the transaction ends. */
    void hold(String government) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:government, 7005))::text")
                .param("government", government)
                .query(String.class)
                .single();
    }

    long add(String government, EvacuationOrder order) {
        return sql.sql("""
            insert into evacuation_order (government, act, hazard, level, blocks, words, mark, proposed_by, proposed_at)
            values (:government, :act, :hazard, :level, string_to_array(:blocks, chr(10)), :words, :mark, :by, :at)
            returning id
            """)
                .param("government", government)
                .param("act", order.issue() ? "issue" : "lift")
                .param("hazard", order.hazard().name())
                .param("level", order.level().number())
                .param("blocks", String.join("\n", order.blocks()))
                .param("words", order.words())
                .param("mark", order.mark())
                .param("by", order.proposedBy())
                .param("at", Timestamp.from(order.proposedAt()))
                .query(Long.class)
                .single();
    }

    void decide(String government, long order, String decision, long officer, String reason, Instant at) {
        sql.sql("""
            update evacuation_order set decision = :decision, decided_by = :officer, decided_at = :at, reason = :reason
             where government = :government and id = :id and decision = 'waiting'
            """)
                .param("decision", decision)
                .param("officer", officer)
                .param("at", Timestamp.from(at))
                .param("reason", reason)
                .param("government", government)
                .param("id", order)
                .update();
    }

    Optional<EvacuationOrder> find(String government, long id) {
        return sql.sql("select * from evacuation_order where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .query(EvacuationStore::row)
                .optional();
    }

    /** Those of one hazard and mark in the order of their decisions. */
    List<EvacuationOrder> decided(String government, Hazard hazard, String mark) {
        return sql.sql("""
            select * from evacuation_order where government = :government and hazard = :hazard and mark = :mark
               and decision in ('approved', 'alone') order by decided_at, id
            """)
                .param("government", government)
                .param("hazard", hazard.name())
                .param("mark", mark)
                .query(EvacuationStore::row)
                .list();
    }

    /** The newest first. */
    List<EvacuationOrder> newest(String government, int max) {
        return sql.sql("select * from evacuation_order where government = :government order by id desc limit :max")
                .param("government", government)
                .param("max", max)
                .query(EvacuationStore::row)
                .list();
    }

    /** What one person decided alone of a hazard, level and mark, the oldest first. */
    List<EvacuationOrder> alone(String government, Hazard hazard, EvacuationLevel level, String mark) {
        return sql.sql("""
            select * from evacuation_order where government = :government and hazard = :hazard and level = :level
               and mark = :mark and decision = 'alone' order by decided_at, id
            """)
                .param("government", government)
                .param("hazard", hazard.name())
                .param("level", level.number())
                .param("mark", mark)
                .query(EvacuationStore::row)
                .list();
    }

    /** What waits for a second person, the oldest first. */
    List<EvacuationOrder> unconfirmed(String government, int max) {
        return sql.sql("""
            select * from evacuation_order where government = :government and decision = 'alone' and confirmation is null
             order by decided_at, id limit :max
            """)
                .param("government", government)
                .param("max", max)
                .query(EvacuationStore::row)
                .list();
    }

    void confirm(String government, long order, EvacuationOrder.Confirmation confirmation) {
        sql.sql("""
            update evacuation_order set confirmation = :confirmation, confirmed_by = :by, confirmed_at = :at,
                   confirmed_with = :words
             where government = :government and id = :id
            """)
                .param("confirmation", confirmation.lifted() ? "lifted" : "confirmed")
                .param("by", confirmation.by())
                .param("at", Timestamp.from(confirmation.at()))
                .param("words", confirmation.words())
                .param("government", government)
                .param("id", order)
                .update();
    }

    /** An order that came to hold. */
    record Decided(EvacuationOrder order, Instant at) {}

    /** The newest decision first. */
    List<Decided> decided(String government, int max) {
        return sql.sql("""
            select * from evacuation_order where government = :government and decision in ('approved', 'alone')
             order by decided_at desc, id desc limit :max
            """)
                .param("government", government)
                .param("max", max)
                .query((row, n) ->
                        new Decided(row(row, n), row.getTimestamp("decided_at").toInstant()))
                .list();
    }

    private static EvacuationOrder row(ResultSet row, int n) throws SQLException {
        var decided = row.getTimestamp("decided_at");
        return new EvacuationOrder(
                row.getLong("id"),
                row.getString("act").equals("issue"),
                Hazard.valueOf(row.getString("hazard")),
                EvacuationLevel.of(row.getInt("level")),
                List.of((String[]) row.getArray("blocks").getArray()),
                row.getString("words"),
                row.getString("mark").equals("drill"),
                row.getLong("proposed_by"),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("decision"),
                row.getString("reason"),
                row.getLong("decided_by"),
                decided == null ? null : decided.toInstant(),
                confirmation(row));
    }

    private static EvacuationOrder.@Nullable Confirmation confirmation(ResultSet row) throws SQLException {
        var confirmation = row.getString("confirmation");
        if (confirmation == null) return null;
        return new EvacuationOrder.Confirmation(
                confirmation.equals("lifted"),
                row.getLong("confirmed_by"),
                row.getTimestamp("confirmed_at").toInstant(),
                row.getString("confirmed_with"));
    }
}
