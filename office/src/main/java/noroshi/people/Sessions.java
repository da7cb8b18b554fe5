package noroshi.people;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The browsers in which officers are signed in, and were: listed, and ended from elsewhere. */
@Component
public final class Sessions {

    static final Duration KEPT = Duration.ofDays(90);
    static final Duration IDLE_MAX = Duration.ofHours(8);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int LISTED_MAX = 50;
    private static final int AGENT_CHARACTERS_MAX = 200;

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final StaffDesk desk;
    private final Audit audit;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Instant started;

    Sessions(Tenancy tenancy, JdbcClient sql, StaffDesk desk, Audit audit, SecureRandom random, InstantSource clock) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.desk = desk;
        this.audit = audit;
        this.random = random;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** @param open the browser can still act; @param agent what it says of itself */
    public record Session(
            String id,
            String how,
            String address,
            String agent,
            Instant begunAt,
            Instant seenAt,
            @Nullable Instant endedAt,
            boolean open) {}

    /** Sessions live in the memory of the office that began them: a new one knows none of the old. */
    @EventListener(ApplicationReadyEvent.class)
    void forgetFormer() {
        tenancy.runEverywhere(() -> sql.sql(
                        "update officer_session set ended_at = seen_at where ended_at is null and begun_at < :started")
                .param("started", Timestamp.from(started))
                .update());
    }

    /** A browser has signed in. @param how password, second-factor, passkey or oidc */
    String begin(Officer officer, String how, String address, @Nullable String agent, Instant at) {
        var bytes = new byte[12];
        random.nextBytes(bytes);
        var id = HexFormat.of().formatHex(bytes);
        tenancy.run(officer.government(), () -> {
            sql.sql(
                            "delete from officer_session where government = :government and officer = :officer and begun_at < :before")
                    .param("government", officer.government())
                    .param("officer", officer.id())
                    .param("before", Timestamp.from(at.minus(KEPT)))
                    .update();
            sql.sql("""
                            insert into officer_session (government, id, officer, how, address, agent, begun_at, seen_at)
                            values (:government, :id, :officer, :how, :address, :agent, :at, :at)
                            """)
                    .param("government", officer.government())
                    .param("id", id)
                    .param("officer", officer.id())
                    .param("how", how)
                    .param("address", address)
                    .param("agent", shortened(agent))
                    .param("at", Timestamp.from(at))
                    .update();
        });
        return id;
    }

    private static String shortened(@Nullable String agent) {
        var text = agent == null ? "" : agent.replaceAll("\\p{Cntrl}", "");
        return text.length() <= AGENT_CHARACTERS_MAX ? text : text.substring(0, AGENT_CHARACTERS_MAX);
    }

    /** False: it was ended from elsewhere. Notes at most once a minute that it was seen. Inside a door of Tenancy. */
    boolean isOpen(Officer officer, String id, Instant at) {
        var seen = sql.sql(
                        "select seen_at from officer_session where government = :government and id = :id and ended_at is null")
                .param("government", officer.government())
                .param("id", id)
                .query(Timestamp.class)
                .optional();
        if (seen.isEmpty()) return false;
        if (seen.get().toInstant().plus(SEEN_EVERY).isBefore(at))
            sql.sql("update officer_session set seen_at = :at where government = :government and id = :id")
                    .param("at", Timestamp.from(at))
                    .param("government", officer.government())
                    .param("id", id)
                    .update();
        return true;
    }

    /** The newest first, those that ended too: 90 days, 50 at most. */
    public List<Session> list(String government, long officer) {
        var now = clock.instant();
        return tenancy.in(government, () -> sql.sql("""
                        select id, how, address, agent, begun_at, seen_at, ended_at from officer_session
                         where government = :government and officer = :officer order by begun_at desc limit :max
                        """)
                .param("government", government)
                .param("officer", officer)
                .param("max", LISTED_MAX)
                .query((row, n) -> {
                    var ended = row.getTimestamp("ended_at");
                    var seen = row.getTimestamp("seen_at").toInstant();
                    return new Session(
                            row.getString("id"),
                            row.getString("how"),
                            row.getString("address"),
                            row.getString("agent"),
                            row.getTimestamp("begun_at").toInstant(),
                            seen,
                            ended == null ? null : ended.toInstant(),
                            ended == null && seen.plus(IDLE_MAX).isAfter(now));
                })
                .list());
    }

    /** Their own, from another browser. @param id null: all but {@code here}; @return how many ended */
    public int end(Officer officer, @Nullable String id, @Nullable String here, Instant at) {
        return tenancy.in(officer.government(), () -> {
            int ended = end(officer.government(), officer.id(), id, here, at);
            if (ended > 0)
                audit.record(
                        officer.government(),
                        officer.id(),
                        "officer.sessions-ended",
                        "officer:" + officer.login(),
                        ended + "件");
            return ended;
        });
    }

    /** All of someone's, by an administrator. */
    public StaffOutcome endAll(String government, long officer, Officer by, Instant at) {
        return desk.act(by, government, () -> {
            int ended = end(government, officer, null, null, at);
            desk.record(government, by, "officer.sessions-ended", "officer:" + officer, ended + "件");
            return new StaffOutcome.Done(officer);
        });
    }

    /** Signed out: the row stays as history. */
    void closed(Officer officer, String id, Instant at) {
        tenancy.run(officer.government(), () -> end(officer.government(), officer.id(), id, null, at));
    }

    private int end(String government, long officer, @Nullable String id, @Nullable String except, Instant at) {
        return sql.sql("""
                        update officer_session set ended_at = :at
                         where government = :government and officer = :officer and ended_at is null
                           and (:id::text is null or id = :id) and (:except::text is null or id <> :except)
                        """)
                .param("at", Timestamp.from(at))
                .param("government", government)
                .param("officer", officer)
                .param("id", id)
                .param("except", except)
                .update();
    }
}
