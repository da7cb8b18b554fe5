package noroshi.routes;

import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Changes what a government wants of its workflow. */
@Component
public final class ChangeRules {

    private final Tenancy tenancy;
    private final RulesShelf shelf;
    private final Audit audit;

    public ChangeRules(Tenancy tenancy, RulesShelf shelf, Audit audit) {
        this.tenancy = tenancy;
        this.shelf = shelf;
        this.audit = audit;
    }

    public record Command(
            String government, boolean ownText, int remindDays, int trashDays, boolean deadLinksStop, Officer by) {}

    public RouteOutcome handle(Command command) {
        var refusal = Administrators.lacking(command.by(), command.government());
        if (refusal.isPresent()) return refusal.get();
        if (command.remindDays() < 1 || command.remindDays() > Rules.REMIND_DAYS_MAX)
            return new RouteOutcome.Invalid("remindDays", "催促までの日数は1〜%d日で入力してください。".formatted(Rules.REMIND_DAYS_MAX));
        if (command.trashDays() < 1 || command.trashDays() > Rules.TRASH_DAYS_MAX)
            return new RouteOutcome.Invalid("trashDays", "ごみ箱に残す日数は1〜%,d日で入力してください。".formatted(Rules.TRASH_DAYS_MAX));
        return tenancy.in(command.government(), () -> {
            var before = shelf.of(command.government());
            var after =
                    new Rules(command.ownText(), command.remindDays(), command.trashDays(), command.deadLinksStop());
            shelf.put(command.government(), after);
            audit.record(
                    command.government(),
                    command.by().id(),
                    "workflow.rules-changed",
                    "government:" + command.government(),
                    before + " → " + after);
            return new RouteOutcome.Done(0);
        });
    }
}
