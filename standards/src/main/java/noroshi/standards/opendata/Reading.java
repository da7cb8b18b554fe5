package noroshi.standards.opendata;

import java.util.List;

/** A table read: every row is either accepted or reported. */
public record Reading(Kind kind, List<Place> accepted, List<Reported> reported) {

    public enum Kind {
        SHELTERS,
        FACILITIES
    }

    /** A row that was left out. @param reason with what to do (Japanese) */
    public record Reported(int line, String name, String reason) {}

    public Reading {
        accepted = List.copyOf(accepted);
        reported = List.copyOf(reported);
    }

    public int rows() {
        return accepted.size() + reported.size();
    }
}
