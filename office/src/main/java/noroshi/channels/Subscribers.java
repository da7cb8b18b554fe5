package noroshi.channels;

import static noroshi.platform.Require.require;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import noroshi.channels.Subscriber.Status;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the desk shows of subscribers, and the one thing an officer may do for them: end a subscription on request. */
@Component
public final class Subscribers {

    public static final int PAGE_MAX = 200;

    private final JdbcClient sql;
    private final SubscriberStore store;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final Audit audit;

    Subscribers(JdbcClient sql, SubscriberStore store, Tenancy tenancy, InstantSource clock, Audit audit) {
        this.sql = sql;
        this.store = store;
        this.tenancy = tenancy;
        this.clock = clock;
        this.audit = audit;
    }

    public Map<Status, Integer> counts(String government) {
        record Count(String status, int count) {}
        var counts = new EnumMap<Status, Integer>(Status.class);
        tenancy.in(government, () -> sql.sql(
                                "select status, count(*)::int as count from subscriber where government = :government group by status")
                        .param("government", government)
                        .query(Count.class)
                        .list())
                .forEach(count -> counts.put(Status.valueOf(count.status().toUpperCase(Locale.ROOT)), count.count()));
        return counts;
    }

    /** @param status null: all; oldest first */
    public List<Subscriber> list(String government, @Nullable Status status, int offset, int max) {
        require(max >= 1 && max <= PAGE_MAX, "A page has 1 to %d subscribers, not %d.", PAGE_MAX, max);
        return tenancy.in(government, () -> sql.sql("select " + SubscriberStore.COLUMNS + """
                         from subscriber where government = :government and (:status::text is null or status = :status)
                         order by id limit :max offset :offset
                        """)
                .param("government", government)
                .param("status", status == null ? null : status.code())
                .param("max", max)
                .param("offset", offset)
                .query(SubscriberStore::read)
                .list());
    }

    public Optional<Subscriber> find(String government, MailAddress address) {
        return tenancy.in(government, () -> store.find(government, address));
    }

    /** Somebody asked by telephone to be left alone. False when the subscription had ended before. */
    public boolean end(String government, long subscriber, long officer) {
        return tenancy.in(government, () -> {
            boolean ended = store.end(government, subscriber, clock.instant());
            if (ended) audit.record(government, officer, "subscriber.ended", "subscriber:" + subscriber, "");
            return ended;
        });
    }
}
