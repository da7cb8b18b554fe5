package noroshi.channels;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import noroshi.people.Directory;
import noroshi.platform.Audit;
import noroshi.platform.Event;
import noroshi.platform.Lane;
import noroshi.platform.Outbox;
import noroshi.platform.Tenancy;
import noroshi.publishing.Marks;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells: writes a dispatch and its ledger rows in one transaction; the sender follows after the commit. */
@Component
public final class Dispatches {

    /** The series that everyone who wants emergencies has chosen; every government has it. */
    static final String ALERT_SERIES = "emergency";

    /** Heard by this feature itself. */
    static final String ANNOUNCED = "dispatch.announced";

    private static final Duration WINDOW = Duration.ofHours(1);

    private final DispatchStore dispatches;
    private final Audience audience;
    private final Tenancy tenancy;
    private final InstantSource clock;
    private final SenderBell bell;
    private final Outbox outbox;
    private final Audit audit;
    private final Directory directory;
    private final int alertsPerHour;

    Dispatches(
            DispatchStore dispatches,
            Audience audience,
            Tenancy tenancy,
            InstantSource clock,
            SenderBell bell,
            Outbox outbox,
            Audit audit,
            Directory directory,
            MailSettings settings) {
        this.dispatches = dispatches;
        this.audience = audience;
        this.tenancy = tenancy;
        this.clock = clock;
        this.bell = bell;
        this.outbox = outbox;
        this.audit = audit;
        this.directory = directory;
        this.alertsPerHour = settings.alertsPerHour();
    }

    /** What became of something that was to be told. */
    public sealed interface Told {
        /** It goes out: each recipient has, or right after the commit gets, a row in the ledger. */
        record Queued(long dispatch) implements Told {}

        /** The same key was told before; nobody is mailed again. */
        record Already() implements Told {}

        /** Too many alerts in an hour: an officer releases or stops it. */
        record Held(long dispatch) implements Told {}
    }

    /**
     * Tells that an emergency changed its state. Call it on a change only, never on an edit of what stays the same.
     *
     * @param areas codes of the areas concerned; empty: everyone who wants emergencies
     * @param subject one line, without marks and without the government's name
     * @param text Markdown
     * @param marks '' | drill | test | replay
     * @param path the page inside the government's site, or null
     * @param key names the state that was reached, e.g. {@code emergency:17:大津波警報}: the same key is told once
     */
    public Told alert(
            String government,
            Collection<String> areas,
            String subject,
            String text,
            String marks,
            @Nullable String path,
            String key) {
        return tenancy.in(government, () -> {
            var mark = Marks.of(marks);
            var sender = directory.getGovernment(government).name();
            var draft = new Dispatch.Draft(
                    "alert:" + key,
                    DispatchKind.ALERT,
                    Lane.ALERT,
                    ALERT_SERIES,
                    null,
                    null,
                    sender,
                    Subject.of(sender, mark, true, subject),
                    text,
                    path,
                    mark);
            return announced(government, draft, List.copyOf(areas));
        });
    }

    /** The rows of a hundred thousand recipients must not hold up the transaction that changed the emergency. */
    private Told announced(String government, Dispatch.Draft draft, List<String> areas) {
        var added = add(government, draft, areas);
        if (added instanceof Told.Queued(long dispatch)) announceDispatch(government, dispatch);
        return added;
    }

    private void announceDispatch(String government, long dispatch) {
        var id = String.valueOf(dispatch);
        outbox.announce(government, new Event(ANNOUNCED, id, Map.of("dispatch", id)));
    }

    /** Writes the rows of an announced dispatch; doing it twice does no harm. */
    void writeDeliveries(String government, long dispatch) {
        tenancy.run(government, () -> {
            audience.everyoneInterested(government, dispatch, clock.instant());
            bell.ringAfterCommit();
        });
    }

    /** To everyone interested; inside the caller's transaction. */
    Told everyone(String government, Dispatch.Draft draft, List<String> areas) {
        var added = add(government, draft, areas);
        if (added instanceof Told.Queued(long dispatch)) {
            audience.everyoneInterested(government, dispatch, clock.instant());
            bell.ringAfterCommit();
        }
        return added;
    }

    private Told add(String government, Dispatch.Draft draft, List<String> areas) {
        var now = clock.instant();
        boolean held = draft.lane() == Lane.ALERT && dispatches.alertsSince(government, WINDOW, now) >= alertsPerHour;
        var id = dispatches.add(government, draft, areas, held, now);
        if (id.isEmpty()) return new Told.Already();
        if (!held) return new Told.Queued(id.getAsLong());
        audit.record(government, null, "dispatch.held", "dispatch:" + id.getAsLong(), draft.subject());
        return new Told.Held(id.getAsLong());
    }

    /** To everyone who got an earlier dispatch; inside the caller's transaction. */
    Told everyoneWhoGot(String government, long earlier, Dispatch.Draft draft) {
        var now = clock.instant();
        var id = dispatches.add(government, draft, List.of(), false, now);
        if (id.isEmpty()) return new Told.Already();
        audience.everyoneWhoGot(government, earlier, id.getAsLong(), now);
        return queued(id.getAsLong());
    }

    /** To one subscriber; inside the caller's transaction. */
    Told one(String government, Dispatch.Draft draft, @Nullable Long subscriber, MailAddress to) {
        var now = clock.instant();
        var id = dispatches.add(government, draft, List.of(), false, now);
        if (id.isEmpty()) return new Told.Already();
        audience.one(government, id.getAsLong(), subscriber, to, draft.lane(), now);
        return queued(id.getAsLong());
    }

    /**
     * A mail to one person who wrote to us, e.g. an inquiry's answer; joins the caller's transaction.
     *
     * @param key told once
     * @param subject one line, without the government's name
     * @param text Markdown
     */
    public Told person(String government, DispatchKind kind, String key, MailAddress to, String subject, String text) {
        return tenancy.in(government, () -> {
            var sender = directory.getGovernment(government).name();
            var draft = new Dispatch.Draft(
                    key,
                    kind,
                    Lane.ORDINARY,
                    null,
                    null,
                    null,
                    sender,
                    Subject.of(sender, Marks.NONE, false, subject),
                    text,
                    null,
                    Marks.NONE);
            return one(government, draft, null, to);
        });
    }

    /** An officer lets a held alert go. False when it is not held (any more). */
    public boolean release(String government, long dispatch, long officer) {
        return tenancy.in(government, () -> {
            if (!dispatches.move(government, dispatch, "held", "open")) return false;
            audit.record(government, officer, "dispatch.released", "dispatch:" + dispatch, "");
            announceDispatch(government, dispatch);
            return true;
        });
    }

    /** An officer stops a dispatch: what has not been sent yet never is. False when it was stopped before. */
    public boolean stop(String government, long dispatch, long officer) {
        return tenancy.in(government, () -> {
            boolean stopped = dispatches.move(government, dispatch, "open", "stopped")
                    || dispatches.move(government, dispatch, "held", "stopped");
            if (stopped) audit.record(government, officer, "dispatch.stopped", "dispatch:" + dispatch, "");
            return stopped;
        });
    }

    /** Refused and given-up deliveries of a dispatch go again, e.g. after a relay was put right. Returns how many. */
    public int retry(String government, long dispatch, long officer) {
        return tenancy.in(government, () -> {
            int again = audience.again(government, dispatch, clock.instant());
            audit.record(government, officer, "dispatch.retried", "dispatch:" + dispatch, String.valueOf(again));
            bell.ringAfterCommit();
            return again;
        });
    }

    private Told queued(long dispatch) {
        bell.ringAfterCommit();
        return new Told.Queued(dispatch);
    }
}
