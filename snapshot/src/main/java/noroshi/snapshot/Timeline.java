package noroshi.snapshot;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What holds from which instant on. The first step starts at {@link Instant#EPOCH}, which means always; steps grow strictly.
 * Instants count in milliseconds.
 */
public record Timeline<T>(List<Step<T>> steps) {
    public static final int STEPS_MAX = 64;

    public record Step<T>(Instant from, T value) {
        public Step {
            from = from.truncatedTo(ChronoUnit.MILLIS);
        }
    }

    public Timeline {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.size() > STEPS_MAX) {
            throw new IllegalArgumentException("A timeline has 1 to " + STEPS_MAX + " steps, not " + steps.size());
        }
        if (!steps.getFirst().from().equals(Instant.EPOCH)) {
            throw new IllegalArgumentException("The first step starts at Instant.EPOCH (always), not at "
                    + steps.getFirst().from() + ". Maybe use always(x).then(instant, y).");
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).from().toEpochMilli() <= steps.get(i - 1).from().toEpochMilli()) {
                throw new IllegalArgumentException("Steps must grow: "
                        + steps.get(i).from() + " follows " + steps.get(i - 1).from());
            }
        }
    }

    public static <T> Timeline<T> always(T value) {
        return new Timeline<>(List.of(new Step<>(Instant.EPOCH, value)));
    }

    /** The same with one more step at the end. */
    public Timeline<T> then(Instant from, T value) {
        var more = new ArrayList<>(steps);
        more.add(new Step<>(from, value));
        return new Timeline<>(more);
    }

    public T at(Instant instant) {
        T value = steps.getFirst().value();
        for (Step<T> step : steps) {
            if (step.from().isAfter(instant)) {
                break;
            }
            value = step.value();
        }
        return value;
    }

    /** The first instant after {@code instant} at which the value changes; {@link Instant#MAX} if never. */
    public Instant changesAfter(Instant instant) {
        for (Step<T> step : steps) {
            if (step.from().isAfter(instant)) {
                return step.from();
            }
        }
        return Instant.MAX;
    }

    public <U> Timeline<U> map(Function<? super T, ? extends U> change) {
        return new Timeline<>(steps.stream()
                .map(step -> new Step<U>(step.from(), change.apply(step.value())))
                .toList());
    }
}
