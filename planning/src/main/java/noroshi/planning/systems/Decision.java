package noroshi.planning.systems;

import java.util.List;

/** How a search for choices ended. */
sealed interface Decision {

    /**
     * @param hosts how many of each are in use, by host and year
     * @param cost  of the goal that was asked for
     * @param bound no choices at all cost less
     */
    record Found(List<Choice> choices, int[][] hosts, long cost, long bound) implements Decision {}

    /** There are no such choices: proven. */
    record Impossible() implements Decision {}

    /** The time was too short to tell. */
    record Unknown(long bound) implements Decision {}
}
