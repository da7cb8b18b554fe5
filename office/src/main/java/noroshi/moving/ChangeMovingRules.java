package noroshi.moving;

import java.time.Instant;
import java.util.List;
import noroshi.people.Directory;
import noroshi.people.Officer;
import noroshi.people.Role;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import noroshi.publishing.SeriesShelf;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says which pages go where; what was not released is sorted again. */
@Component
public final class ChangeMovingRules {

    private final Tenancy tenancy;
    private final Jobs jobs;
    private final Entries entries;
    private final SeriesShelf shelf;
    private final Directory directory;
    private final Audit audit;
    private final MovingWorker worker;

    ChangeMovingRules(
            Tenancy tenancy,
            Jobs jobs,
            Entries entries,
            SeriesShelf shelf,
            Directory directory,
            Audit audit,
            MovingWorker worker) {
        this.tenancy = tenancy;
        this.jobs = jobs;
        this.entries = entries;
        this.shelf = shelf;
        this.directory = directory;
        this.audit = audit;
        this.worker = worker;
    }

    /** @param series and department of what no rule catches */
    public record Command(
            String government,
            long job,
            String series,
            @Nullable String department,
            List<MovingRule> rules,
            Officer by,
            Instant at) {}

    public MovingOutcome handle(Command command) {
        var lacking = Rights.lacking(command.by(), command.government(), Role.ADMINISTRATOR);
        if (lacking.isPresent()) return lacking.get();
        if (command.rules().size() > MovingRule.RULES_MAX)
            return new MovingOutcome.Refused("", "規則は%d個までです。".formatted(MovingRule.RULES_MAX));
        var outcome = tenancy.in(command.government(), () -> change(command));
        worker.ring();
        return outcome;
    }

    private MovingOutcome change(Command command) {
        var found = jobs.lock(command.government(), command.job());
        if (found.isEmpty()) return new MovingOutcome.Missing();
        var job = found.get();
        if (job.state() == MovingState.RELEASING
                || job.state() == MovingState.UNDOING
                || job.state() == MovingState.DISCARDED)
            return new MovingOutcome.Refused(
                    "", "今は「%s」のため、規則を変えられません。".formatted(job.state().japanese()));
        var wrong = wrong(command);
        if (wrong != null) return wrong;
        jobs.target(job, command.series(), command.department());
        jobs.rules(command.government(), command.job(), command.rules());
        if (job.state() == MovingState.READY || job.state() == MovingState.RELEASED) sortAgain(job, command.at());
        audit.record(
                command.government(),
                command.by().id(),
                "moving.rules",
                "moving:" + job.id(),
                "規則%d個".formatted(command.rules().size()));
        return new MovingOutcome.Done(job.id());
    }

    private void sortAgain(MovingJob job, Instant at) {
        int changed = entries.of(job, """
                        update moving_entry set state = 'converted', reason = '' $job and kind = 'page' and body <> ''
                           and (state in ('ready', 'findings') or state = 'skipped' and starts_with(reason, :byRule))
                        """).param("byRule", Linking.BY_RULE).update();
        if (changed > 0) jobs.state(job, MovingState.LINKING, "", at);
    }

    private @Nullable MovingOutcome wrong(Command command) {
        if (series(command, command.series()))
            return new MovingOutcome.Refused("series", "媒体「%s」はありません。".formatted(command.series()));
        if (department(command, command.department()))
            return new MovingOutcome.Refused("department", "課室「%s」はありません。".formatted(command.department()));
        for (int i = 0; i < command.rules().size(); i++) {
            var rule = command.rules().get(i);
            var place = "rule-" + (i + 1);
            if (rule.words().isBlank() || rule.words().length() > MovingRule.WORDS_CHARACTERS_MAX)
                return new MovingOutcome.Refused(
                        place, "%d番の規則の言葉を1〜%d字で入力してください。".formatted(i + 1, MovingRule.WORDS_CHARACTERS_MAX));
            if (!rule.skip() && rule.series() == null && rule.department() == null)
                return new MovingOutcome.Refused(place, "%d番の規則の行き先（媒体か課室、または「移さない」）を選んでください。".formatted(i + 1));
            if (series(command, rule.series()) || department(command, rule.department()))
                return new MovingOutcome.Refused(place, "%d番の規則の行き先がこの団体にありません。選び直してください。".formatted(i + 1));
        }
        return null;
    }

    private boolean series(Command command, @Nullable String code) {
        return code != null && shelf.find(command.government(), code).isEmpty();
    }

    private boolean department(Command command, @Nullable String code) {
        return code != null
                && directory.findDepartment(command.government(), code).isEmpty();
    }
}
