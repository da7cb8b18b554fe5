package noroshi.desk;

import java.util.List;

/** Tasks of one urgency. */
public record HomeGroup(HomeTask.Urgency urgency, List<HomeTask> tasks) {
    public HomeGroup {
        tasks = List.copyOf(tasks);
    }
}
