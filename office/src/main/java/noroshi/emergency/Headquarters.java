package noroshi.emergency;

import java.time.Instant;
import java.util.List;
import noroshi.emergency.HeadquartersAct.Act;
import org.jspecify.annotations.Nullable;

/**
 * A headquarters with all that was done to it.
 *
 * @param acts the oldest first, at least its establishment
 */
public record Headquarters(List<HeadquartersAct> acts) {

    public Headquarters {
        acts = List.copyOf(acts);
    }

    public HeadquartersAct newest() {
        return acts.getLast();
    }

    public int number() {
        return newest().headquarters();
    }

    public String government() {
        return newest().government();
    }

    public boolean stands() {
        return newest().act() != Act.DISSOLVED;
    }

    public Instant establishedAt() {
        return acts.getFirst().at();
    }

    public @Nullable Instant dissolvedAt() {
        return stands() ? null : newest().at();
    }

    /** What the act of a serial did, for readers. */
    public String told(int serial) {
        var act = acts.get(serial - 1);
        return serial == 1 ? act.founded() : act.since(acts.get(serial - 2));
    }
}
