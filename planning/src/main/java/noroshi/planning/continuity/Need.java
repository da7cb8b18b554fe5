package noroshi.planning.continuity;

import java.util.List;

/** At least so many of these parts must work (k of n). */
public record Need(int atLeast, List<String> of) {

    public Need {
        of = List.copyOf(of);
    }

    public static Need one(String part) {
        return new Need(1, List.of(part));
    }

    /** Whether more are there than are needed. */
    public boolean isRedundant() {
        return of.size() > atLeast;
    }
}
