package noroshi.emergency;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import noroshi.emergency.TakeTelegram.Outcome;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Settings;
import noroshi.platform.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What officers see and do about emergencies and telegrams at the desk. */
@Component
public final class EmergencyDesk {

    public static final int TELEGRAMS_LISTED_MAX = 200;

    private final Tenancy tenancy;
    private final EmergencyStore emergencies;
    private final EventNotes notes;
    private final TelegramStore telegrams;
    private final ReplayStore replays;
    private final TakeTelegram takeTelegram;
    private final EndReplay endReplay;
    private final Audit audit;
    private final Settings settings;

    EmergencyDesk(
            Tenancy tenancy,
            EmergencyStore emergencies,
            EventNotes notes,
            TelegramStore telegrams,
            ReplayStore replays,
            TakeTelegram takeTelegram,
            EndReplay endReplay,
            Audit audit,
            Settings settings) {
        this.tenancy = tenancy;
        this.emergencies = emergencies;
        this.notes = notes;
        this.telegrams = telegrams;
        this.replays = replays;
        this.takeTelegram = takeTelegram;
        this.endReplay = endReplay;
        this.audit = audit;
        this.settings = settings;
    }

    /** How a handed-in telegram ended. */
    public sealed interface HandedIn {

        /** @param status as {@link TakeTelegram.Outcome.Taken}; @param article the event's article, or null */
        record Taken(
                String kind,
                String title,
                String status,
                @Nullable Long article) implements HandedIn {}

        /** @param what is wrong, @param where, @param next what to do (Japanese) */
        record Rejected(String what, String where, String next) implements HandedIn {}

        /** @param reason for the officer to read (Japanese) */
        record NotAllowed(String reason) implements HandedIn {}
    }

    /** The emergencies that stand on a government's site, the gravest first. */
    public List<Emergency> standing(String government) {
        return tenancy.in(government, () -> emergencies.listActive(government));
    }

    /** The timeline of an event on a government's site, the oldest first; empty: there is no such event. */
    public List<EmergencyChange> timeline(String government, String event) {
        return tenancy.in(government, () -> emergencies.changes(government, event));
    }

    /** What its timeline tells beside changes of state, the oldest first. */
    public List<EventNote> notes(String government, String event) {
        return tenancy.in(government, () -> notes.of(government, event));
    }

    /** Whether officers lead it; else telegrams do. */
    public static boolean isDeclared(String event) {
        return Declared.isDeclared(event);
    }

    /** The government that receives telegrams for all. */
    public String receiver() {
        return settings.defaultSite();
    }

    /** The newest first; empty for a government that does not receive them itself. */
    public List<StoredTelegram> telegrams(String government) {
        return tenancy.in(government, () -> telegrams.newest(government, TELEGRAMS_LISTED_MAX));
    }

    /** The time that a running replay shows; empty: none runs. */
    public Optional<Instant> replayNow() {
        return tenancy.in(receiver(), () -> replays.findRunning(receiver()).map(Replay::now));
    }

    /** Telegrams concern every municipality, so only the receiver's emergency editors and administrators hand them in. */
    public boolean mayHandIn(Officer officer) {
        return officer.government().equals(receiver())
                && (officer.has(Role.EMERGENCY) || officer.has(Role.ADMINISTRATOR));
    }

    /** @param fileName of the upload; 32-39_11_01_120615_VXSE51.xml names its kind last */
    public HandedIn handIn(Officer by, byte[] content, String fileName, boolean replay) {
        if (!mayHandIn(by)) return new HandedIn.NotAllowed("電文を取り込めるのは、電文を受け取る団体の緊急発信担当と管理者だけです。危機管理の担当に依頼してください。");
        return tenancy.everywhere(
                () -> switch (takeTelegram.handle(new TakeTelegram.Command(content, kind(fileName), replay))) {
                    case Outcome.Taken taken -> taken(taken, by, fileName, replay);
                    case Outcome.Rejected(var why) -> new HandedIn.Rejected(why.what(), why.where(), why.next());
                    case Outcome.ReplayForbidden(var reason) -> new HandedIn.NotAllowed(reason);
                });
    }

    private HandedIn taken(Outcome.Taken taken, Officer by, String fileName, boolean replay) {
        var telegram = taken.telegram();
        audit.record(
                receiver(),
                by.id(),
                replay ? "telegram.replayed" : "telegram.handed-in",
                "telegram:" + telegram.kind(),
                "%s（%s）".formatted(telegram.head().title(), fileName));
        return new HandedIn.Taken(telegram.kind(), telegram.head().title(), taken.status(), taken.article());
    }

    /** False when the officer may not. */
    public boolean endReplay(Officer by) {
        if (!mayHandIn(by) || !settings.demo()) return false;
        tenancy.runEverywhere(() -> {
            endReplay.handle();
            audit.record(receiver(), by.id(), "replay.ended", "replay", "");
        });
        return true;
    }

    private static String kind(String fileName) {
        var name = fileName.replaceFirst("\\.[A-Za-z]+$", "");
        var last = name.substring(name.lastIndexOf('_') + 1);
        return last.matches("V[A-Z0-9i]{5}") ? last : "";
    }
}
