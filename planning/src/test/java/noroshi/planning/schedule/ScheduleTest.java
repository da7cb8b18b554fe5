package noroshi.planning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import noroshi.planning.search.Effort;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static Activity activity(
            int duration, int release, List<Integer> uses, List<Integer> keeps, Integer... after) {
        return new Activity(duration, release, uses, keeps, List.of(after));
    }

    @Test
    void aFileOfPatersonIsRead() {
        var project = Patterson.read("""
                4 1
                2
                0 0 2 2 3
                3 2 1 4
                2 1 1 4
                0 0 0""");

        assertThat(project.activities()).hasSize(4);
        assertThat(project.activities().get(3).after()).containsExactly(1, 2);
        assertThat(project.criticalPath()).isEqualTo(3);
        assertThat(project.bound()).isEqualTo(4);
        assertThat(new MakespanSearch(project, 1, Effort.of(Duration.ofMillis(10)))
                        .best()
                        .makespan())
                .isEqualTo(5);
    }

    @Test
    void whatCanNeverBeDoneIsRefused() {
        var two = List.of(Supply.always(2));
        assertThatThrownBy(() -> new Project(List.of(activity(1, 0, List.of(3), List.of(0))), two))
                .hasMessageContaining("needs 3");
        assertThatThrownBy(() -> new Project(List.of(activity(1, 0, List.of(1), List.of(0), 0)), two))
                .hasMessageContaining("circle");
        assertThatThrownBy(() -> new Project(List.of(activity(1, 0, List.of(1), List.of(0), 7)), two))
                .hasMessageContaining("not there");
        assertThatThrownBy(() -> new Project(List.of(activity(1, 0, List.of(), List.of())), two))
                .hasMessageContaining("0 resources");
    }

    @Test
    void theCheckerFindsEveryKindOfMistake() {
        var project = new Project(
                List.of(
                        activity(3, 0, List.of(2), List.of(0)),
                        activity(2, 4, List.of(1), List.of(1), 0),
                        activity(2, 0, List.of(1), List.of(0))),
                List.of(new Supply(new TreeMap<>(Map.of(0, 2, 6, 3)))));

        assertThat(Check.faults(project, new Schedule(List.of(0, 4, 6), 8))).isEmpty();
        assertThat(Check.faults(project, new Schedule(List.of(0, 4), 8))).hasSize(1);
        assertThat(Check.faults(project, new Schedule(List.of(0, 3, 6), 8)))
                .singleElement()
                .asString()
                .contains("release");
        assertThat(Check.faults(project, new Schedule(List.of(2, 4, 6), 8)))
                .anyMatch(fault -> fault.contains("before activity 0 ends"));
        assertThat(Check.faults(project, new Schedule(List.of(0, 4, 2), 6)))
                .anyMatch(fault -> fault.contains("at 2 resource 0 is needed 3"));
        assertThat(Check.faults(project, new Schedule(List.of(0, 4, 5), 7)))
                .anyMatch(fault -> fault.contains("at 5 resource 0 is needed 3"));
        assertThat(Check.faults(project, new Schedule(List.of(0, 4, 6), 9)))
                .singleElement()
                .asString()
                .contains("not at 9");
    }

    @Test
    void theSearchFindsWhatTryingEverythingFinds() {
        for (long seed = 0; seed < 60; seed++) {
            var project = random(new Random(seed), 6);
            var found = new MakespanSearch(project, seed, Effort.of(Duration.ofMillis(25))).best();

            assertThat(Check.faults(project, found)).as("seed %d", seed).isEmpty();
            assertThat(found.makespan()).as("seed %d", seed).isEqualTo(shortest(project));
            assertThat(project.bound()).as("seed %d", seed).isLessThanOrEqualTo(found.makespan());
        }
    }

    @Test
    void schedulesWithResourcesThatComeAndGoKeepAllRules() {
        for (long seed = 0; seed < 30; seed++) {
            var project = random(new Random(seed), 25);
            var bySearch = new MakespanSearch(project, seed, Effort.of(Duration.ofMillis(10))).best();
            var byCost = new ListSearch(project, seed, schedule -> schedule.starts().stream()
                            .mapToInt(Integer::intValue)
                            .sum())
                    .best(100, Effort.of(Duration.ofSeconds(5)));

            assertThat(Check.faults(project, bySearch)).as("seed %d", seed).isEmpty();
            assertThat(Check.faults(project, byCost)).as("seed %d", seed).isEmpty();
        }
    }

    @Test
    void theSameSeedGivesTheSameSchedule() {
        var project = random(new Random(7), 25);
        var once = new ListSearch(project, 3, Schedule::makespan).best(200, Effort.whatItTakes());

        assertThat(new ListSearch(project, 3, Schedule::makespan).best(200, Effort.whatItTakes()))
                .isEqualTo(once);
    }

    /** Five resources (more than fit in one word of the timetable), releases, amounts that change, things that stay where they were brought. */
    private static Project random(Random random, int size) {
        var supplies = new ArrayList<Supply>();
        for (int r = 0; r < 5; r++)
            supplies.add(new Supply(new TreeMap<>(Map.of(0, random.nextInt(4), 3 + random.nextInt(4), 3 + size / 4))));
        var activities = new ArrayList<Activity>();
        for (int i = 0; i < size; i++) {
            var uses = new ArrayList<Integer>();
            var keeps = new ArrayList<Integer>();
            for (int r = 0; r < 5; r++) {
                uses.add(random.nextInt(3));
                keeps.add(r == 4 && random.nextInt(8) == 0 && i < 3 ? 1 : 0);
            }
            var after = new ArrayList<Integer>();
            for (int before = 0; before < i; before++) if (random.nextInt(5) == 0) after.add(before);
            activities.add(new Activity(random.nextInt(4), random.nextInt(3), uses, keeps, after));
        }
        return new Project(activities, supplies);
    }

    /** Every list of activities, one after the other as early as possible: one of them is shortest (Kolisch 1996). */
    private static int shortest(Project project) {
        return shortest(
                project,
                new ListSchedule(project),
                new ArrayList<>(),
                new boolean[project.activities().size()]);
    }

    private static int shortest(Project project, ListSchedule lists, List<Integer> list, boolean[] taken) {
        int size = project.activities().size();
        if (list.size() == size)
            return lists.early(list.stream().mapToInt(Integer::intValue).toArray(), new int[size]);
        int best = Integer.MAX_VALUE;
        for (int i = 0; i < size; i++) {
            if (taken[i] || !list.containsAll(project.activities().get(i).after())) continue;
            taken[i] = true;
            list.add(i);
            best = Math.min(best, shortest(project, lists, list, taken));
            list.removeLast();
            taken[i] = false;
        }
        return best;
    }
}
