package noroshi.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import noroshi.people.Directory;
import noroshi.platform.Outbox;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a declared emergency into a new state: its row, its timeline, its article, the banner and the mail, in the caller's transaction. */
@Component
class Declared {

    private static final String PREFIX = "hand-";

    /** Evacuation information, one event for each hazard and level: led by orders, not by hand. */
    static final String EVACUATION = "evac-";

    static final String ENDED_BY_THE_CLOCK = "期限になったため、自動で終わりました。";

    private final JdbcClient sql;
    private final EmergencyStore emergencies;
    private final EventNotes notes;
    private final EventArticle eventArticle;
    private final Directory directory;
    private final Outbox outbox;
    private final Alarm alarm;
    private final InstantSource clock;

    Declared(
            JdbcClient sql,
            EmergencyStore emergencies,
            EventNotes notes,
            EventArticle eventArticle,
            Directory directory,
            Outbox outbox,
            Alarm alarm,
            InstantSource clock) {
        this.sql = sql;
        this.emergencies = emergencies;
        this.notes = notes;
        this.eventArticle = eventArticle;
        this.directory = directory;
        this.outbox = outbox;
        this.alarm = alarm;
        this.clock = clock;
    }

    static boolean isEvacuation(String event) {
        return event.startsWith(EVACUATION);
    }

    /** Not led by telegrams. */
    static boolean isOurs(String event) {
        return isDeclared(event) || isEvacuation(event);
    }

    static boolean isDeclared(String event) {
        return event.startsWith(PREFIX);
    }

    /** Two declarations of one government come one after the other. */
    String nextEvent(String government) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:government, 7004))::text")
                .param("government", government)
                .query(String.class)
                .single();
        long before =
                sql.sql("""
                    select count(distinct event) from emergency_change
                     where government = :government and event like 'hand-%'
                    """).param("government", government).query(Long.class).single();
        return "%s%s-%d".formatted(PREFIX, government, before + 1);
    }

    /** @param before null where it arises; @param areas of the article */
    Emergency put(
            @Nullable Emergency before,
            Emergency after,
            List<String> areas,
            @Nullable Long officer,
            String words,
            Instant now) {
        boolean risen = Alerts.hasRisen(after, before == null ? List.of() : List.of(before));
        return put(after, areas, officer, words, now, risen && after.isActive());
    }

    /** @param tell whether people are told by mail: where someone has to do more than before */
    Emergency put(
            Emergency after, List<String> areas, @Nullable Long officer, String words, Instant now, boolean tell) {
        emergencies.put(after, officer, words, now);
        var changes = emergencies.changes(after.government(), after.event());
        long article = write(changes, areas);
        var told = after.withArticle(article);
        emergencies.attach(told);
        WorkOutEvent.announce(outbox, after.government(), after.event(), List.of(told));
        if (tell) tell(told, areas, changes.size());
        return told;
    }

    /** Its page again, with what its timeline tells beside changes of state; no alarm, no CAP, and nothing where telegrams lead. */
    void retell(String government, String event) {
        var changes = emergencies.changes(government, event);
        if (isOurs(event) && !changes.isEmpty())
            write(changes, known(changes.getLast().emergency()));
    }

    private long write(List<EmergencyChange> changes, List<String> areas) {
        var newest = changes.getLast().emergency();
        var page = DeclaredPage.of(changes, notes.of(newest.government(), newest.event()), areas);
        return eventArticle.declared(
                newest.government(), newest.event(), page, Marks.of(newest.mark()), clock.instant());
    }

    /** Only when it arises or rises; prolonging, lowering and other words reach nobody's mailbox. */
    private void tell(Emergency risen, List<String> areas, int state) {
        alarm.tell(
                risen.government(),
                areas,
                Alerts.subject(risen),
                Alerts.text(risen),
                risen.mark(),
                "/%s/%s".formatted(EventArticle.SERIES, risen.article()),
                "%s:%d".formatted(risen.event(), state));
    }

    /** Ends those of an event whose time is over. */
    void expire(String event, Instant now) {
        for (var one : emergencies.lockEvent(event))
            if (one.isActive() && !one.expiresAt().isAfter(now))
                put(one, Standing.ended(one, now), known(one), null, ENDED_BY_THE_CLOCK, now);
    }

    List<String> known(Emergency emergency) {
        var codes = List.of(emergency.area().split(" "));
        return directory.listAreas().stream()
                .map(area -> area.code())
                .filter(codes::contains)
                .toList();
    }
}
