package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import noroshi.people.Directory;
import noroshi.people.Government;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is done once a night for every government: pages that no check has seen yet are put in the queue, visits are counted. */
@Component
class NightRound {

    private static final LocalTime FROM = LocalTime.of(2, 0);
    private static final LocalTime UNTIL = LocalTime.of(6, 0);

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Directory directory;
    private final CheckRuns runs;
    private final Visits visits;
    private final PhoneNotes phoneNotes;
    private final Audit audit;
    private final InstantSource clock;

    NightRound(
            Tenancy tenancy,
            JdbcClient sql,
            Directory directory,
            CheckRuns runs,
            Visits visits,
            PhoneNotes phoneNotes,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.directory = directory;
        this.runs = runs;
        this.visits = visits;
        this.phoneNotes = phoneNotes;
        this.audit = audit;
        this.clock = clock;
    }

    /** Once between two and six in the morning; a round that broke off is done again, and finds most of it done. */
    void beginIfDue() {
        var now = clock.instant();
        var here = now.atZone(Time.JAPAN);
        if (here.toLocalTime().isBefore(FROM) || !here.toLocalTime().isBefore(UNTIL)) return;
        var night = here.toLocalDate();
        if (tenancy.everywhere(() -> isDone(night))) return;
        for (var government : tenancy.everywhere(directory::listGovernments)) round(government, now);
        tenancy.runEverywhere(() -> done(night, now));
    }

    private void round(Government government, Instant now) {
        tenancy.runEverywhere(() -> {
            if (runs.findOpen(government.code()).isEmpty()) {
                int pages = runs.begin(government.code(), "night", null, now);
                audit.record(
                        government.code(),
                        null,
                        "check.started",
                        "government:" + government.code(),
                        "夜間・%dページ".formatted(pages));
            }
        });
        tenancy.runEverywhere(() -> visits.count(government.code(), now));
        tenancy.runEverywhere(() -> phoneNotes.forgetCallers(government.code(), now));
    }

    private boolean isDone(LocalDate night) {
        return sql.sql("select exists (select from care_night where night = :night)")
                .param("night", night)
                .query(Boolean.class)
                .single();
    }

    private void done(LocalDate night, Instant now) {
        sql.sql("insert into care_night (night, begun_at) values (:night, :now) on conflict do nothing")
                .param("night", night)
                .param("now", Timestamp.from(now))
                .update();
    }
}
