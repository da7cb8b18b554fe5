package noroshi.planning.continuity.failure;

import java.util.List;

/**
 * Things that were meant to stand in for each other, and that one blow takes together.
 *
 * @param where   id of the zone or building
 * @param part    whose data or need it is
 * @param members what would be lost together
 */
public record Fate(Kind kind, String where, String part, List<String> members) {

    public enum Kind {
        /** Original and every usable copy, or the keys of the copies, in one zone of hazard. */
        COPIES_IN_ZONE,
        /** The same in one building: a fire is enough. */
        COPIES_IN_BUILDING,
        /** Alternatives of which too few are left, and nothing else would have stopped the part. */
        ALTERNATIVES_IN_ZONE
    }

    public Fate {
        members = List.copyOf(members);
    }
}
