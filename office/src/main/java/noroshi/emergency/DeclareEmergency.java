package noroshi.emergency;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.people.Area;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.Outcome.Problem;
import org.springframework.stereotype.Component;

/** Raises an emergency by hand: page, banner and mail follow from one transaction. */
@Component
public final class DeclareEmergency {

    private final Tenancy tenancy;
    private final Directory directory;
    private final EmergencyStore emergencies;
    private final Declared declared;
    private final Audit audit;
    private final InstantSource clock;

    DeclareEmergency(
            Tenancy tenancy,
            Directory directory,
            EmergencyStore emergencies,
            Declared declared,
            Audit audit,
            InstantSource clock) {
        this.tenancy = tenancy;
        this.directory = directory;
        this.emergencies = emergencies;
        this.declared = declared;
        this.audit = audit;
        this.clock = clock;
    }

    public record Command(Officer by, Declaration declaration) {}

    /** @param problems none: it stands */
    public record Outcome(String event, List<Problem> problems) {
        static Outcome refused(List<Problem> problems) {
            return new Outcome("", problems);
        }
    }

    static final Problem NOT_ALLOWED = new Problem("", "緊急態勢を宣言し、変えられるのは、緊急発信担当だけです。危機管理の担当に依頼してください。");

    private static final Problem ALREADY = new Problem("grade", "同じ名称・災害・地域の緊急態勢がすでにあります。一覧からその緊急態勢を開いて変更してください。");

    public Outcome handle(Command command) {
        var government = command.by().government();
        if (!command.by().has(Role.EMERGENCY)) return Outcome.refused(List.of(NOT_ALLOWED));
        var now = clock.instant();
        var problems = command.declaration().problems(now);
        if (!problems.isEmpty()) return Outcome.refused(problems);
        return tenancy.in(government, () -> declare(government, command, now));
    }

    private Outcome declare(String government, Command command, Instant now) {
        var declaration = command.declaration();
        var areas = directory.listAreas().stream()
                .filter(area -> declaration.areas().contains(area.code()))
                .toList();
        if (areas.size() < declaration.areas().size())
            return Outcome.refused(List.of(new Problem("areas", "知らない地域が含まれています。一覧から選び直してください。")));
        var event = declared.nextEvent(government);
        var emergency = emergency(government, event, declaration, areas, now);
        if (emergencies.listActive(government).stream().anyMatch(standing -> isTheSame(standing, emergency)))
            return Outcome.refused(List.of(ALREADY));
        var raised =
                declared.put(null, emergency, declaration.areas(), command.by().id(), declaration.words(), now);
        audit.record(government, command.by().id(), "emergency.declared", "emergency:" + event, raised.title());
        return new Outcome(event, List.of());
    }

    private static boolean isTheSame(Emergency a, Emergency b) {
        return a.hazard() == b.hazard()
                && a.grade().equals(b.grade())
                && a.area().equals(b.area())
                && a.mark().equals(b.mark());
    }

    private static Emergency emergency(
            String government, String event, Declaration declaration, List<Area> areas, Instant now) {
        return new Emergency(
                government,
                event,
                declaration.hazard(),
                declaration.level(),
                declaration.phase(),
                declaration.grade(),
                String.join(" ", declaration.areas()),
                areas.stream().map(Area::name).collect(Collectors.joining("、")),
                declaration.mark(),
                government,
                null,
                now,
                declaration.until(),
                null);
    }
}
