package noroshi.publishing;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import noroshi.platform.Tenancy;
import org.springframework.stereotype.Component;

/** Several acts on one article as one transaction: the first outcome that is not Done undoes them all. */
@Component
public final class AllOrNothing {

    private final Tenancy tenancy;

    AllOrNothing(Tenancy tenancy) {
        this.tenancy = tenancy;
    }

    /** Carries an outcome through the transaction's edge, so that it is rolled back. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Outcome outcome;

        Undone(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** Must not be called inside another transaction: that one could not be undone. */
    public Outcome handle(String government, Supplier<Outcome> first, List<Function<Outcome.Done, Outcome>> next) {
        try {
            return tenancy.in(government, () -> {
                var done = done(first.get());
                for (var act : next) done = done(act.apply(done));
                return done;
            });
        } catch (Undone e) {
            return e.outcome;
        }
    }

    private static Outcome.Done done(Outcome outcome) {
        if (outcome instanceof Outcome.Done done) return done;
        throw new Undone(outcome);
    }
}
