package noroshi.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import noroshi.people.Officer;

/** Whether there are people enough for every step when each counts once: augmenting paths from seats to officers. Pure. */
final class Fulfilment {

    private final String government;
    private final List<Officer> people;
    private final List<Step> seats = new ArrayList<>();
    /** Officer → index of their seat. */
    private final Map<Long, Integer> taken = new HashMap<>();

    private Fulfilment(String government, List<Officer> people) {
        this.government = government;
        this.people = people;
    }

    /** The first step for which nobody is left. @param missing how many seats a step has to fill */
    static Optional<Step> lacking(
            String government, List<Step> steps, ToIntFunction<Step> missing, List<Officer> people) {
        var fulfilment = new Fulfilment(government, people);
        for (var step : steps)
            for (int i = missing.applyAsInt(step); i > 0; i--) {
                fulfilment.seats.add(step);
                if (!fulfilment.seat(fulfilment.seats.size() - 1, new HashSet<>())) return Optional.of(step);
            }
        return Optional.empty();
    }

    private boolean seat(int seat, Set<Long> tried) {
        for (var officer : people) {
            if (!seats.get(seat).suits(officer, government) || !tried.add(officer.id())) continue;
            var other = taken.get(officer.id());
            if (other == null || seat(other, tried)) {
                taken.put(officer.id(), seat);
                return true;
            }
        }
        return false;
    }
}
