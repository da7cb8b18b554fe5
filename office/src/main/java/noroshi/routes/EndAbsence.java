package noroshi.routes;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Takes an absence back; what delegates decided meanwhile stays. */
@Component
public final class EndAbsence {

    private final Tenancy tenancy;
    private final AbsenceShelf shelf;
    private final Audit audit;

    public EndAbsence(Tenancy tenancy, AbsenceShelf shelf, Audit audit) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.audit = audit;
    }

    public record Command(String government, long id, Officer by, Instant at) {}

    public RouteOutcome handle(Command command) {
        if (!command.by().mayActFor(command.government())) return new RouteOutcome.Missing();
        return tenancy.in(command.government(), () -> {
            var found = shelf.from(command.government(), Staffing.day(command.at())).all().stream()
                    .filter(one -> one.id() == command.id())
                    .findFirst();
            if (found.isEmpty()) return new RouteOutcome.Missing();
            if (!command.by().has(Role.ADMINISTRATOR)
                    && found.get().officer() != command.by().id())
                return new RouteOutcome.NotAllowed("ほかの職員の不在を取り消せるのは管理者だけです。");
            shelf.remove(command.government(), command.id());
            audit.record(
                    command.government(),
                    command.by().id(),
                    "absence.ended",
                    "absence:" + command.id(),
                    "%s〜%s".formatted(found.get().from(), found.get().until()));
            return new RouteOutcome.Done(command.id());
        });
    }
}
