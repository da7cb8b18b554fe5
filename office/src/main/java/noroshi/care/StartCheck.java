package noroshi.care;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Begins a check of every public page of a government. */
@Component
public final class StartCheck {

    private final Tenancy tenancy;
    private final CheckRuns runs;
    private final Audit audit;

    StartCheck(Tenancy tenancy, CheckRuns runs, Audit audit) {
        this.tenancy = tenancy;
        this.runs = runs;
        this.audit = audit;
    }

    /** @param anew every page; false: those that changed since these rules saw them */
    public record Command(String government, boolean anew, Officer by, Instant at) {}

    public sealed interface Outcome {
        /** @param pages to look at */
        record Started(int pages) implements Outcome {}

        record AlreadyRunning() implements Outcome {}

        record NotAllowed(String reason) implements Outcome {}
    }

    public Outcome handle(Command command) {
        var by = command.by();
        if (!by.mayActFor(command.government())
                || !(by.has(Role.ADMINISTRATOR) || by.has(Role.PUBLISHER) || by.has(Role.APPROVER)))
            return new Outcome.NotAllowed("サイト全体の点検を始められるのは、その団体の承認者・公開担当・管理者です。");
        return tenancy.in(command.government(), () -> {
            if (runs.findOpen(command.government()).isPresent()) return new Outcome.AlreadyRunning();
            if (command.anew()) runs.forgetAll(command.government());
            int pages = runs.begin(command.government(), "hand", by.id(), command.at());
            audit.record(
                    command.government(),
                    by.id(),
                    "check.started",
                    "government:" + command.government(),
                    "%dページ".formatted(pages));
            return new Outcome.Started(pages);
        });
    }
}
