package noroshi.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Leads a declared emergency into another phase or level, prolongs it, or ends it. */
@Component
public final class ChangeEmergency {

    private final Tenancy tenancy;
    private final EmergencyStore emergencies;
    private final Declared declared;
    private final Audit audit;
    private final InstantSource clock;

    ChangeEmergency(Tenancy tenancy, EmergencyStore emergencies, Declared declared, Audit audit, InstantSource clock) {
        this.tenancy = tenancy;
        this.emergencies = emergencies;
        this.declared = declared;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param words what happens and what to do; @param until ignored where it is closed */
    public record Command(Officer by, String event, Phase phase, Level level, String words, Instant until) {}

    /** @return what is wrong; empty: done */
    public List<Problem> handle(Command command) {
        var government = command.by().government();
        if (!command.by().has(Role.EMERGENCY)) return List.of(DeclareEmergency.NOT_ALLOWED);
        return tenancy.in(government, () -> change(government, command, clock.instant()));
    }

    private List<Problem> change(String government, Command command, Instant now) {
        var found = emergencies.lock(government, command.event());
        if (found.isEmpty() || !Declared.isDeclared(command.event()))
            return List.of(new Problem("", "この緊急態勢は、ここでは変えられません。電文による態勢は電文に従って変わります。"));
        var before = found.get();
        var problems = problems(before, command, now);
        if (!problems.isEmpty()) return problems;
        var after = before.in(command.phase(), command.level(), command.until());
        if (command.phase() == Phase.CLOSED) after = Standing.ended(before, now);
        declared.put(
                before,
                after,
                declared.known(before),
                command.by().id(),
                command.words().strip(),
                now);
        audit.record(
                government,
                command.by().id(),
                after.isActive() ? "emergency.changed" : "emergency.ended",
                "emergency:" + command.event(),
                "%s %s".formatted(after.title(), after.phase().japanese()));
        return List.of();
    }

    private static List<Problem> problems(Emergency before, Command command, Instant now) {
        var problems = new ArrayList<Problem>();
        if (!before.isActive()) problems.add(new Problem("phase", "この緊急態勢は終結しています。必要なら新しく宣言してください。"));
        var until = command.phase() == Phase.CLOSED ? now.plusSeconds(1) : command.until();
        problems.addAll(Declaration.of(command.words(), until, now));
        return problems;
    }
}
