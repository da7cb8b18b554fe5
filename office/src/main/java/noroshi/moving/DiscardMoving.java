package noroshi.moving;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Throws away what was read and is not public. What was released stays, and can then no longer be undone as a whole. */
@Component
public final class DiscardMoving {

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final MovingDesk desk;
    private final Audit audit;

    DiscardMoving(Tenancy tenancy, Jobs jobs, MovingDesk desk, Audit audit) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.desk = desk;
        this.audit = audit;
    }

    public record Command(String government, long job, Officer by, Instant at) {}

    public MovingOutcome handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR);
        if (lacking.isPresent()) return lacking.get();
        return tenancy.in(command.government(), () -> discard(command));
    }

    private MovingOutcome discard(Command command) {
        var found = jobs.lock(command.government(), command.job());
        if (found.isEmpty()) return new MovingOutcome.Missing();
        var job = found.get();
        if (job.state() == MovingState.RELEASING || job.state() == MovingState.UNDOING)
            return new MovingOutcome.Refused("", "公開か取り消しの途中です。終わってから破棄してください。");
        jobs.discard(job, desk.counts(job).inWords());
        jobs.state(job, MovingState.DISCARDED, "", command.at());
        audit.record(command.government(), command.by().id(), "moving.discarded", "moving:" + job.id(), job.name());
        return new MovingOutcome.Done(job.id());
    }
}
