package noroshi.emergency;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import noroshi.emergency.HeadquartersAct.Act;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Append-only: nothing here changes or takes away what was written. */
@Repository
class HeadquartersStore {

    private final JdbcClient sql;

    HeadquartersStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** One act of a government after the other, until the transaction ends. */
    void hold(String government) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:government, 7006))::text")
                .param("government", government)
                .query(String.class)
                .single();
    }

    int nextNumber(String government) {
        return sql.sql("select coalesce(max(headquarters), 0) + 1 from headquarters_act where government = :government")
                .param("government", government)
                .query(Integer.class)
                .single();
    }

    void add(HeadquartersAct act, long officer) {
        sql.sql("""
            insert into headquarters_act (government, headquarters, serial, act, kind, name, event, place, head, reason,
                                          mark, at, recorded_at, officer)
            values (:government, :headquarters, :serial, :act, :kind, :name, :event, :place, :head, :reason,
                    :mark, :at, :recordedAt, :officer)
            """)
                .param("government", act.government())
                .param("headquarters", act.headquarters())
                .param("serial", act.serial())
                .param("act", act.act().name().toLowerCase(Locale.ROOT))
                .param("kind", act.kind().name())
                .param("name", act.name())
                .param("event", act.event())
                .param("place", act.place())
                .param("head", act.head())
                .param("reason", act.reason())
                .param("mark", act.mark())
                .param("at", Timestamp.from(act.at()))
                .param("recordedAt", Timestamp.from(act.recordedAt()))
                .param("officer", officer)
                .update();
    }

    Optional<Headquarters> find(String government, int number) {
        var acts = sql.sql("""
            select * from headquarters_act where government = :government and headquarters = :number order by serial
            """)
                .param("government", government)
                .param("number", number)
                .query(HeadquartersStore::row)
                .list();
        return acts.isEmpty() ? Optional.empty() : Optional.of(new Headquarters(acts));
    }

    /** The newest established first. */
    List<Headquarters> newest(String government, int max) {
        return gathered(sql.sql("""
            select a.* from headquarters_act a
              join (select headquarters, at from headquarters_act
                     where government = :government and serial = 1 order by at desc, headquarters desc limit :max) f
                on f.headquarters = a.headquarters
             where a.government = :government order by f.at desc, a.headquarters desc, a.serial
            """)
                .param("government", government)
                .param("max", max)
                .query(HeadquartersStore::row)
                .list());
    }

    /** Of all governments of a prefecture, itself included, the newest established first. */
    List<Headquarters> inPrefecture(String prefecture, int max) {
        return gathered(sql.sql("""
            select a.* from headquarters_act a
              join (select government, headquarters, at from headquarters_act
                     where left(government, 2) = left(:prefecture, 2) and serial = 1
                     order by at desc, government, headquarters desc limit :max) f
                on f.government = a.government and f.headquarters = a.headquarters
             order by f.at desc, a.government, a.headquarters desc, a.serial
            """)
                .param("prefecture", prefecture)
                .param("max", max)
                .query(HeadquartersStore::row)
                .list());
    }

    /** Those that are or were for an event, in their order; a headquarters that changed its event still tells of both. */
    List<Headquarters> ofEvent(String government, String event) {
        return gathered(sql.sql("""
            select a.* from headquarters_act a
             where a.government = :government
               and a.headquarters in (select headquarters from headquarters_act
                                       where government = :government and event = :event)
             order by a.headquarters, a.serial
            """)
                .param("government", government)
                .param("event", event)
                .query(HeadquartersStore::row)
                .list());
    }

    private static List<Headquarters> gathered(List<HeadquartersAct> acts) {
        var all = new LinkedHashMap<String, List<HeadquartersAct>>();
        for (var act : acts)
            all.computeIfAbsent(act.government() + act.headquarters(), k -> new ArrayList<>())
                    .add(act);
        return all.values().stream().map(Headquarters::new).toList();
    }

    private static HeadquartersAct row(ResultSet row, int n) throws SQLException {
        return new HeadquartersAct(
                row.getString("government"),
                row.getInt("headquarters"),
                row.getInt("serial"),
                Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                HeadquartersKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("event"),
                row.getString("place"),
                row.getString("head"),
                row.getString("reason"),
                row.getString("mark"),
                row.getTimestamp("at").toInstant(),
                row.getTimestamp("recorded_at").toInstant());
    }
}
