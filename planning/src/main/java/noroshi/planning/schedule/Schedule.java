package noroshi.planning.schedule;

import java.util.List;

/**
 * When each activity begins.
 *
 * @param makespan when the last one ends
 */
public record Schedule(List<Integer> starts, int makespan) {

    public Schedule {
        starts = List.copyOf(starts);
    }
}
