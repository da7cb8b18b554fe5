package noroshi.channels;

import java.sql.Timestamp;
import java.time.Instant;
import noroshi.platform.Lane;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes the ledger rows of a dispatch, whatever their number, with one statement inside the database. */
@Repository
class Audience {

    /**
     * Codes of the areas that what is {@code told} concerns. Said to a region it is said to the towns in it; said to a ward it
     * concerns those who chose its city.
     */
    static final String CONCERNED = """
            up(code, parent) as (
                select a.code, a.parent from area a, told where a.code = any(told.areas)
                union select a.code, a.parent from area a join up on a.code = up.parent),
            down(code) as (
                select a.code from area a, told where a.code = any(told.areas)
                union select a.code from area a join down on a.parent = down.code),
            concerned as (
                select coalesce(array_agg(code), '{}') codes
                  from (select code from up union select code from down union select unnest(areas) from told) c)
            """;

    /** Which subscribers {@code s} want what is {@code told}. */
    static final String INTERESTED = """
            s.government = :government and s.status = 'confirmed'
            and (s.series = '{}' or told.series is null or told.series = any(s.series))
            and (s.areas = '{}' or told.areas = '{}' or s.areas && concerned.codes)
            """;

    private final JdbcClient sql;

    Audience(JdbcClient sql) {
        this.sql = sql;
    }

    /** Everyone confirmed whose interests take in the dispatch's series and areas. Returns how many. */
    int everyoneInterested(String government, long dispatch, Instant now) {
        return counted(
                government,
                dispatch,
                sql.sql("""
                        with recursive told as (select * from dispatch where government = :government and id = :dispatch),
                        """ + CONCERNED + """
                        insert into delivery (government, dispatch, subscriber, address, domain, lane, due_at, created_at)
                        select s.government, told.id, s.id, s.address, s.domain, told.lane, :now, :now
                          from subscriber s, told, concerned
                         where
                        """ + INTERESTED + """
                        on conflict do nothing
                        """)
                        .param("government", government)
                        .param("dispatch", dispatch)
                        .param("now", Timestamp.from(now))
                        .update());
    }

    /** Everyone who got the earlier dispatch or is about to get it, and still wants mail. */
    int everyoneWhoGot(String government, long earlier, long dispatch, Instant now) {
        return counted(
                government,
                dispatch,
                sql.sql("""
                        insert into delivery (government, dispatch, subscriber, address, domain, lane, due_at, created_at)
                        select s.government, told.id, s.id, s.address, s.domain, told.lane, :now, :now
                          from delivery d
                          join subscriber s on s.government = d.government and s.id = d.subscriber and s.status = 'confirmed'
                          join dispatch told on told.government = d.government and told.id = :dispatch
                         where d.government = :government and d.dispatch = :earlier
                           and d.status in ('sent', 'claimed', 'waiting')
                        on conflict do nothing
                        """)
                        .param("government", government)
                        .param("dispatch", dispatch)
                        .param("earlier", earlier)
                        .param("now", Timestamp.from(now))
                        .update());
    }

    /** One mailbox: a subscriber's, or (null) of somebody who wrote to us. Returns the delivery's number. */
    long one(String government, long dispatch, @Nullable Long subscriber, MailAddress to, Lane lane, Instant now) {
        counted(government, dispatch, 1);
        return sql.sql("""
                        insert into delivery (government, dispatch, subscriber, address, domain, lane, due_at, created_at)
                        values (:government, :dispatch, :subscriber, :address, :domain, :lane, :now, :now)
                        returning id
                        """)
                .param("government", government)
                .param("dispatch", dispatch)
                .param("subscriber", subscriber)
                .param("address", to.toString())
                .param("domain", to.domain())
                .param("lane", lane.ordinal())
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
    }

    /** A later attempt counts as the first again, also for giving up. */
    int again(String government, long dispatch, Instant now) {
        return sql.sql("""
                        update delivery set status = 'waiting', attempts = 0, due_at = :now, created_at = :now, done_at = null
                         where government = :government and dispatch = :dispatch and status in ('refused', 'given_up')
                        """)
                .param("now", Timestamp.from(now))
                .param("government", government)
                .param("dispatch", dispatch)
                .update();
    }

    private int counted(String government, long dispatch, int recipients) {
        sql.sql(
                        "update dispatch set recipients = recipients + :recipients where government = :government and id = :dispatch")
                .param("recipients", recipients)
                .param("government", government)
                .param("dispatch", dispatch)
                .update();
        return recipients;
    }
}
