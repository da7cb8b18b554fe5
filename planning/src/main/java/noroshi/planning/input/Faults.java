package noroshi.planning.input;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, in the order in which it was found. */
public final class Faults {

    /** More would not help anybody; the rest is only counted. */
    static final int KEPT_MAX = 1000;

    /** @param place a JSON pointer (RFC 6901), e.g. {@code /links/3/capacity}; empty: the whole file */
    public record Fault(String place, String what) {
        @Override
        public String toString() {
            return (place.isEmpty() ? "the file" : place) + ": " + what;
        }
    }

    private final List<Fault> faults = new ArrayList<>();
    private int more;

    public void add(String place, String what) {
        if (faults.size() < KEPT_MAX) faults.add(new Fault(place, what));
        else more++;
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    public List<Fault> all() {
        return List.copyOf(faults);
    }

    /** How many more there are than {@link #all()} shows. */
    public int more() {
        return more;
    }

    /** Nothing is computed from a file with a fault. */
    public void throwIfAny() {
        if (!faults.isEmpty()) throw new Faulty(all(), more);
    }
}
