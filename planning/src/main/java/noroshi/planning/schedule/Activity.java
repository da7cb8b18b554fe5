package noroshi.planning.schedule;

import java.util.List;

/**
 * Work that is done without a break. Times are in whole units of the project (hours, or PSPLIB's periods).
 *
 * @param release    not before this time
 * @param uses       amount of each resource while it lasts
 * @param keeps      amount of each resource that never comes back once it has begun (a generator that stays where it was brought)
 * @param after      indices of the activities that must have ended before
 */
public record Activity(int duration, int release, List<Integer> uses, List<Integer> keeps, List<Integer> after) {

    public Activity {
        if (duration < 0 || release < 0)
            throw new IllegalArgumentException("duration %d, release %d: not below 0".formatted(duration, release));
        uses = List.copyOf(uses);
        keeps = List.copyOf(keeps);
        after = List.copyOf(after);
        if (uses.size() != keeps.size()) throw new IllegalArgumentException("uses and keeps: one number a resource");
    }
}
