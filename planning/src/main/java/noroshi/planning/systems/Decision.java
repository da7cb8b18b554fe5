package noroshi.planning.systems;

import java.util.List;

/** How a search for choices ended. */
sealed interface Decision {

    /**
     * @param hosts how many of each are in use, by host and year
     * @param bound nothing is better under the same rules, says the solver
     */
    record Found(List<Choice> choices, int[][] hosts, long bound) implements Decision {}

    /** There are no such choices: proven. */
    record Impossible() implements Decision {}

    /** The time was too short to tell. */
    record Unknown() implements Decision {}
}
