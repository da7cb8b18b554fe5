package noroshi.moving;

import java.time.Instant;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Lets what was reviewed become public, all of it or the oldest so many pages. */
@Component
public final class ReleaseMoving {

    private static final int REASON_CHARACTERS_MAX = 300;

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final MovingWorker worker;

    ReleaseMoving(Tenancy tenancy, Jobs jobs, MovingWorker worker) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.worker = worker;
    }

    /**
     * @param withErrors pages with errors become public too, for the reason told; else they come as drafts
     * @param batch how many pages, the oldest first; 0: all
     */
    public record Command(
            String government, long job, boolean withErrors, String reason, int batch, Officer by, Instant at) {}

    public MovingOutcome handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR, Role.PUBLISHER);
        if (lacking.isPresent()) return lacking.get();
        if (command.withErrors()) lacking = Rights.lacking(command.by(), command.government(), Role.WAIVER);
        if (lacking.isPresent()) return lacking.get();
        if (command.withErrors() && command.reason().isBlank())
            return new MovingOutcome.Refused("reason", "エラーのあるページも公開する理由を入力してください。記録に残ります。");
        if (command.reason().length() > REASON_CHARACTERS_MAX)
            return new MovingOutcome.Refused("reason", "理由は%d字以内で入力してください。".formatted(REASON_CHARACTERS_MAX));
        if (command.batch() < 0) return new MovingOutcome.Refused("batch", "件数は1以上で入力してください。");
        var outcome = tenancy.in(command.government(), () -> order(command));
        worker.ring();
        return outcome;
    }

    private MovingOutcome order(Command command) {
        var found = jobs.lock(command.government(), command.job());
        if (found.isEmpty()) return new MovingOutcome.Missing();
        var job = found.get();
        if (job.state() != MovingState.READY)
            return new MovingOutcome.Refused(
                    "",
                    "この取込みは今「%s」です。確認待ちになってから公開してください。".formatted(job.state().japanese()));
        jobs.order(
                job,
                MovingState.RELEASING,
                command.withErrors() ? "public" : "draft",
                command.withErrors() ? command.reason().strip() : "",
                command.batch(),
                command.by().id(),
                command.at());
        return new MovingOutcome.Done(job.id());
    }
}
