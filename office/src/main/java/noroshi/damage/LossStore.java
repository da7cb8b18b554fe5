package noroshi.damage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Occasions, and the reports of losses about them: rows are added, never changed. */
@Repository
class LossStore {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<LinkedHashMap<String, Long>> CODES = new TypeReference<>() {};

    private final JdbcClient sql;

    LossStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** @return false: there is one of that code */
    boolean open(Occasion occasion) {
        return sql.sql("""
                        insert into occasion (government, code, name, begun_at) values (:government, :code, :name, :begunAt)
                        on conflict do nothing
                        """)
                        .param("government", occasion.government())
                        .param("code", occasion.code())
                        .param("name", occasion.name())
                        .param("begunAt", Timestamp.from(occasion.begunAt()))
                        .update()
                == 1;
    }

    /** Newest first. */
    List<Occasion> occasions(String government) {
        return sql.sql("select * from occasion where government = :government order by begun_at desc, code")
                .param("government", government)
                .query(LossStore::occasion)
                .list();
    }

    private static Occasion occasion(ResultSet row, int number) throws SQLException {
        return new Occasion(
                row.getString("government"),
                row.getString("code"),
                row.getString("name"),
                row.getTimestamp("begun_at").toInstant());
    }

    /** The key (government, occasion, serial) lets only one officer write each 第n報. @return false: another was first */
    boolean add(LossReport report) {
        var next = report.nextUpdate();
        return sql.sql("""
                        insert into loss_report (government, occasion, serial, at, received_at, figures, note, source, next_update, officer)
                        values (:government, :occasion, :serial, :at, :received, :figures::jsonb, :note, :source, :next, :officer)
                        on conflict do nothing
                        """)
                        .param("government", report.government())
                        .param("occasion", report.occasion())
                        .param("serial", report.serial())
                        .param("at", Timestamp.from(report.at()))
                        .param("received", Timestamp.from(report.receivedAt()))
                        .param(
                                "figures",
                                JSON.writeValueAsString(report.losses().byCode()))
                        .param("note", report.note())
                        .param("source", report.source())
                        .param("next", next == null ? null : Timestamp.from(next))
                        .param("officer", report.officer())
                        .update()
                == 1;
    }

    /** Newest first. */
    List<LossReport> log(String government, String occasion, int max) {
        return sql.sql(
                        "select * from loss_report where government = :government and occasion = :occasion order by serial desc limit :max")
                .param("government", government)
                .param("occasion", occasion)
                .param("max", max)
                .query(LossStore::read)
                .list();
    }

    Optional<LossReport> newest(String government, String occasion) {
        return log(government, occasion, 1).stream().findFirst();
    }

    /** Codes of the occasions about which this government has reported. */
    Set<String> reported(String government) {
        return Set.copyOf(sql.sql("select distinct occasion from loss_report where government = :government")
                .param("government", government)
                .query(String.class)
                .list());
    }

    /** Codes of the occasions about which somebody in a prefecture has reported. @param digits the first two of its governments' codes */
    Set<String> reportedIn(String digits) {
        return Set.copyOf(sql.sql("select distinct occasion from loss_report where left(government, 2) = :digits")
                .param("digits", digits)
                .query(String.class)
                .list());
    }

    /** Each government's newest by its code; through a worker's door, those of all governments. */
    Map<String, LossReport> newest(String occasion) {
        var newest = new HashMap<String, LossReport>();
        sql.sql(
                        "select distinct on (government) * from loss_report where occasion = :occasion order by government, serial desc")
                .param("occasion", occasion)
                .query(LossStore::read)
                .list()
                .forEach(one -> newest.put(one.government(), one));
        return newest;
    }

    private static LossReport read(ResultSet row, int number) throws SQLException {
        var next = row.getTimestamp("next_update");
        return new LossReport(
                row.getString("government"),
                row.getString("occasion"),
                row.getInt("serial"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("received_at").toInstant(),
                Losses.ofCodes(JSON.readValue(row.getString("figures"), CODES)),
                row.getString("note"),
                row.getString("source"),
                next == null ? null : next.toInstant(),
                row.getObject("officer", Long.class));
    }
}
