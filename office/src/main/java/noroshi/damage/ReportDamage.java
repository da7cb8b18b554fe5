package noroshi.damage;

import java.time.Instant;
import noroshi.damage.DamageStore.Arrival;
import noroshi.damage.Report.Held;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** An officer tells how a damaged thing stands. Only a change of state is news beyond its pages. */
@Component
public final class ReportDamage {

    private final Tenancy tenancy;
    private final DamageStore store;
    private final DamageNews news;
    private final Audit audit;

    ReportDamage(Tenancy tenancy, DamageStore store, DamageNews news, Audit audit) {
        this.tenancy = tenancy;
        this.store = store;
        this.news = news;
        this.audit = audit;
    }

    /** @param seen number of the report that the officer had before them */
    public record Command(String government, long damage, Told told, long seen, Officer by, Instant at) {}

    public DamageOutcome handle(Command command) {
        var lacking = Rights.lackingToTell(command.by(), command.government());
        if (lacking.isPresent()) return new DamageOutcome.NotAllowed(lacking.get());
        return tenancy.in(command.government(), () -> {
            var found = store.lock(command.government(), command.damage());
            if (found.isEmpty()) return new DamageOutcome.Missing();
            var broken =
                    TellingRules.broken(command.told(), found.get().subject().kind(), command.at());
            if (broken.isPresent()) return broken.get();
            return write(found.get(), command);
        });
    }

    private DamageOutcome write(Damage damage, Command command) {
        var held = Report.held(damage.report(), command.told(), command.seen());
        store.add(arrival(command), held);
        audit.record(
                command.government(),
                command.by().id(),
                "damage.reported",
                "damage:" + damage.id(),
                command.told().state().name());
        if (held != Held.LATE) {
            news.changed(command.government(), java.util.List.of(damage.id()));
            if (damage.state() != command.told().state()) news.stateChanged(damage, command.told());
        }
        return new DamageOutcome.Done(
                store.find(command.government(), damage.id()).orElseThrow(),
                held == Held.NEWEST ? "報告を公開しました。" : "報告を記録しました。" + held.japanese() + "。経過を確かめてください。");
    }

    private static Arrival arrival(Command command) {
        // An officer at home is named by number; the prefecture's, acting for a town, stands in the record.
        boolean home = command.by().government().equals(command.government());
        return new Arrival(
                command.government(),
                command.damage(),
                command.told(),
                command.at(),
                home ? command.by().id() : null,
                command.seen());
    }
}
