package noroshi.damage;

import java.util.List;

/** How a report of losses ends. In every case but {@link Done} nothing was changed. */
public sealed interface LossOutcome {

    record Done(LossReport report) implements LossOutcome {}

    /** Somebody sent the next report meanwhile. */
    record Overtaken(LossReport now) implements LossOutcome {}

    record Contradicting(List<Contradiction> all) implements LossOutcome {

        public Contradicting {
            all = List.copyOf(all);
        }
    }

    /** There is no such occasion. */
    record Missing() implements LossOutcome {}

    record NotAllowed(String reason) implements LossOutcome {}
}
