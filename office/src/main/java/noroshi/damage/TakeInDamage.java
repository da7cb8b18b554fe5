package noroshi.damage;

import java.time.Instant;
import java.util.List;
import noroshi.damage.DamageStore.Arrival;
import noroshi.damage.Report.Held;
import org.springframework.stereotype.Component;

/** The bulk door for filling an empty installation: damage and reports of losses, told to nobody. Inside the caller's transaction. */
@Component
public final class TakeInDamage {

    private final DamageStore store;
    private final LossStore losses;

    TakeInDamage(DamageStore store, LossStore losses) {
        this.store = store;
        this.losses = losses;
    }

    /** @param told in the order of their times, at least one */
    public record Given(Subject subject, List<Told> told) {

        public Given {
            told = List.copyOf(told);
        }
    }

    public void take(String government, List<Given> all) {
        for (var given : all) {
            long id = store.add(
                    government, given.subject(), given.told().getFirst().at());
            for (var told : given.told()) store.add(new Arrival(government, id, told, told.at(), null, 0), Held.NEWEST);
        }
    }

    public void take(Occasion occasion) {
        losses.open(occasion);
    }

    /** @param reports without contradictions, each government's in the order of their serials */
    public void take(List<LossReport> reports) {
        reports.forEach(losses::add);
    }

    /** The demonstration's figures go by the same rules as everybody's. */
    public static LossReport report(
            String government, String occasion, int serial, Instant at, Losses losses, Instant nextUpdate) {
        var wrong = LossRules.within(losses);
        if (!wrong.isEmpty())
            throw new IllegalArgumentException(
                    "%s 第%d報: %s".formatted(government, serial, wrong.getFirst().reason()));
        return new LossReport(
                government, occasion, serial, at, at, LossRules.completed(losses), "", "危機管理担当", nextUpdate, null);
    }
}
