package noroshi.persons;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Erases persons whose time is over: ids and dates stay as a tombstone, so that whoever copied the record learns of it. */
@Component
class ExpirePersons {

    private static final Logger log = LoggerFactory.getLogger(ExpirePersons.class);
    private static final int AT_ONCE_MAX = 500;

    /** As long as residents' registers keep one (支援措置); then it is asked for anew. */
    static final Duration PROTECTION = Duration.ofDays(365);

    private final JdbcClient sql;
    private final Unidentified unidentified;
    private final Tenancy tenancy;
    private final Outbox outbox;
    private final Audit audit;
    private final InstantSource clock;

    ExpirePersons(
            JdbcClient sql,
            Unidentified unidentified,
            Tenancy tenancy,
            Outbox outbox,
            Audit audit,
            InstantSource clock) {
        this.sql = sql;
        this.unidentified = unidentified;
        this.tenancy = tenancy;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 600_000, initialDelay = 60_000)
    void everyTenMinutes() {
        try {
            while (handle() == AT_ONCE_MAX) log.info("More expired persons are erased.");
        } catch (RuntimeException e) {
            // The edge of the loop: the database may be away for a moment; the next turn finds the same rows.
            log.warn("Expired persons could not be erased: {}", e.toString());
        }
    }

    private record Due(String government, long id) {}

    /** Returns how many. */
    int handle() {
        var now = Timestamp.from(clock.instant());
        return tenancy.everywhere(() -> {
            var due = sql.sql("""
                            select government, id from person where expired_at is null and expires_at <= :now
                             order by expires_at limit :max for update skip locked
                            """)
                    .param("now", now)
                    .param("max", AT_ONCE_MAX)
                    .query(Due.class)
                    .list();
            due.forEach(one -> erase(one, now));
            unidentified
                    .erase(clock.instant())
                    .forEach(one -> audit.record(
                            one.government(), null, "unidentified.erased", "unidentified:" + one.id(), ""));
            forgetProtection();
            return due.size();
        });
    }

    /** Whoever waits until a record is erased must not find the next one: the hashes outlive it, until the protection is over. */
    private void forgetProtection() {
        sql.sql("""
                        delete from person_suppression s using person p
                         where p.government = s.government and p.id = s.person and p.expired_at is not null and p.protected_at <= :before
                        """)
                .param("before", Timestamp.from(clock.instant().minus(PROTECTION)))
                .update();
    }

    private void erase(Due due, Timestamp now) {
        sql.sql("""
                        update person set expired_at = :now, changed_at = :now, version = version + 1, family = '', given = '',
                               family_kana = '', given_kana = '', other_names = '', sex = '', born = '', age = '', prefecture = '',
                               city = '', town = '', street = '', description = '', household = '', source = ''
                         where government = :government and id = :id
                        """)
                .param("now", now)
                .param("government", due.government())
                .param("id", due.id())
                .update();
        sql.sql("delete from person_note where government = :government and person = :id")
                .param("government", due.government())
                .param("id", due.id())
                .update();
        audit.record(due.government(), null, "person.expired", "person:" + due.id(), "");
        outbox.announce(
                due.government(),
                new Event(PersonDesk.CHANGED, Long.toString(due.id()), Map.of("person", Long.toString(due.id()))));
    }
}
