package noroshi.moving;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Takes a release back; its pages wait for review again. The youngest release first, since each remembers the lists before it. */
@Component
public final class UndoMoving {

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final MovingWorker worker;

    UndoMoving(Tenancy tenancy, Jobs jobs, Entries entries, MovingWorker worker) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.worker = worker;
    }

    public record Command(String government, long job, Officer by, Instant at) {}

    public MovingOutcome handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR, Role.PUBLISHER);
        if (lacking.isPresent()) return lacking.get();
        var outcome = tenancy.in(command.government(), () -> order(command));
        worker.ring();
        return outcome;
    }

    private MovingOutcome order(Command command) {
        var found = jobs.lock(command.government(), command.job());
        if (found.isEmpty()) return new MovingOutcome.Missing();
        var job = found.get();
        boolean stands = job.state() == MovingState.READY || job.state() == MovingState.RELEASED;
        if (!stands || entries.count(job, "state = 'released'") == 0)
            return new MovingOutcome.Refused("", "この取込みには、取り消せる公開がありません。");
        var younger = entries.of(job, """
                        select name from moving_job j where j.government = :government and j.id <> :job and j.released_at > :at
                           and exists (select from moving_entry e where e.government = j.government and e.job = j.id and e.state = 'released') limit 1
                        """)
                .param("at", Entries.time(job.releasedAt()))
                .query(String.class)
                .optional();
        if (younger.isPresent())
            return new MovingOutcome.Refused("", "後から公開した取込み「%s」を先に取り消してください。".formatted(younger.get()));
        jobs.order(
                job,
                MovingState.UNDOING,
                job.errorsAs(),
                job.reason(),
                0,
                command.by().id(),
                command.at());
        return new MovingOutcome.Done(job.id());
    }
}
