package noroshi.channels;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.platform.Lane;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hands waiting deliveries to senders: most urgent lane first, each receiving domain at its own rate. */
@Repository
class DeliveryQueue {

    static final Duration LEASE = Duration.ofSeconds(90);
    private static final int DOMAINS_AT_ONCE_MAX = 200;

    private final JdbcClient sql;

    DeliveryQueue(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * Gives back what a sender that died held.
     *
     * @param since whoever leased before this moment is dead
     */
    int freeExpired(Instant now, Instant since) {
        var free = since.plus(LEASE).isAfter(now) ? since.plus(LEASE) : now;
        return sql.sql("""
                        update delivery set status = 'waiting', leased_until = null
                         where status = 'claimed' and leased_until < :free
                        """).param("free", Timestamp.from(free)).update();
    }

    /** Domains with something waiting in the lane, after the given one in the alphabet: the index is skipped through. */
    List<String> domains(Lane lane, String after) {
        return sql.sql("""
                        with recursive waiting(domain) as (
                            (select domain from delivery where status = 'waiting' and lane = :lane and domain > :after
                              order by domain limit 1)
                            union all
                            select (select d.domain from delivery d
                                     where d.status = 'waiting' and d.lane = :lane and d.domain > waiting.domain
                                     order by d.domain limit 1)
                              from waiting where waiting.domain is not null)
                        select domain from waiting where domain is not null limit :max
                        """)
                .param("lane", lane.ordinal())
                .param("after", after)
                .param("max", DOMAINS_AT_ONCE_MAX)
                .query(String.class)
                .list();
    }

    /** @param budgets how many each domain may get; what the rows turn out to need is claimed, at most {@code max} */
    List<Delivery> claim(Lane lane, Map<String, Integer> budgets, int max, Instant now) {
        var domains = budgets.keySet().toArray(String[]::new);
        var counts = new Integer[domains.length];
        for (int i = 0; i < domains.length; i++) counts[i] = budgets.get(domains[i]);
        return sql
                .sql("""
                        update delivery set status = 'claimed', leased_until = :lease, attempts = attempts + 1
                         where id in (select due.id
                                        from unnest(:domains::text[], :counts::int[]) as budget(domain, most)
                                       cross join lateral (
                                             select id from delivery d
                                              where d.status = 'waiting' and d.lane = :lane
                                                and d.domain = budget.domain and d.due_at <= :now
                                              order by d.due_at, d.id limit budget.most for update skip locked) due
                                       limit :max)
                        returning id, government, dispatch, subscriber, address, lane, attempts, created_at, leased_until
                        """)
                .param("lease", Timestamp.from(now.plus(LEASE)))
                .param("domains", domains)
                .param("counts", counts)
                .param("lane", lane.ordinal())
                .param("now", Timestamp.from(now))
                .param("max", max)
                .query((row, n) -> new Delivery(
                        row.getLong("id"),
                        row.getString("government"),
                        row.getLong("dispatch"),
                        row.getObject("subscriber", Long.class),
                        MailAddress.parse(row.getString("address")).orElseThrow(),
                        Lane.values()[row.getInt("lane")],
                        row.getInt("attempts"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("leased_until").toInstant()))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparingLong(Delivery::id))
                .toList();
    }

    /**
     * Which of the claimed must not be sent after all, and why: their subscriber left, or the dispatch was stopped.
     * They are closed here.
     */
    Map<Long, String> dropUnwanted(List<Delivery> claimed, Instant now) {
        var dropped = new HashMap<Long, String>();
        sql.sql("""
                        update delivery d set status = 'dropped', leased_until = null, done_at = :now,
                               problem = case when t.state = 'open' then 'no longer subscribed' else 'stopped' end
                          from delivery c
                          join dispatch t on t.id = c.dispatch
                          left join subscriber s on s.id = c.subscriber
                         where d.id = c.id and c.id in (:ids)
                           and (t.state <> 'open'
                                or (t.kind in ('article', 'correction', 'alert') and s.status <> 'confirmed')
                                or (t.kind = 'confirmation' and s.status = 'ended'))
                        returning d.id, d.problem
                        """)
                .param("now", Timestamp.from(now))
                .param("ids", claimed.stream().map(Delivery::id).toList())
                .query((row, n) -> Map.entry(row.getLong("id"), row.getString("problem")))
                .list()
                .forEach(entry -> dropped.put(entry.getKey(), entry.getValue()));
        return dropped;
    }

    /** Puts a claim back that was never tried, e.g. because the server went away. */
    void putBack(List<Delivery> untried, Instant due) {
        if (untried.isEmpty()) return;
        sql.sql("""
                        update delivery set status = 'waiting', leased_until = null, attempts = attempts - 1, due_at = :due
                         where status = 'claimed' and id in (:ids)
                        """)
                .param("due", Timestamp.from(due))
                .param("ids", untried.stream().map(Delivery::id).toList())
                .update();
    }
}
