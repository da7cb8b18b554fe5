package noroshi.planning.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import noroshi.planning.search.Effort;

/**
 * A short schedule: a genetic algorithm over activity lists, whose children are all justified twice, and which begins anew when nothing
 * improves any more. The ideas are those of Valls, Ballestín and Quintanilla (A hybrid genetic algorithm for the RCPSP, 2008). Ends early
 * when the makespan is the bound.
 */
public final class MakespanSearch {

    private static final int POPULATION = 400;
    private static final int CHILDREN_WITHOUT_GAIN_MAX = 40_000;
    private static final double SWAP_CHANCE = 0.03;
    private static final int BATCH = 16;

    private final ListSchedule lists;
    private final PriorityList byRule;
    private final Crossover crossover;
    private final RandomGenerator random;
    private final Effort effort;
    private final int bound;
    private long schedules;

    public MakespanSearch(Project project, long seed, Effort effort) {
        this.lists = new ListSchedule(project);
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.byRule = new PriorityList(project, lists, random);
        this.crossover = new Crossover(project, random);
        this.effort = effort;
        this.bound = project.bound();
    }

    /** The best schedule until the effort is over; at least one is always made. */
    public Schedule best() {
        var best = improved(byRule.list(false));
        while (best.makespan() > bound && !effort.isOver()) {
            var found = evolve(best.makespan());
            if (found.makespan() < best.makespan()) best = found;
        }
        return lists.schedule(best.starts(), best.makespan());
    }

    /** How many schedules were made, justified ones counted three times. */
    public long schedules() {
        return schedules;
    }

    private Individual evolve(int record) {
        var population = new ArrayList<Individual>();
        while (population.size() < POPULATION && !effort.isOver()) population.add(improved(byRule.list(true)));
        if (population.isEmpty()) return improved(byRule.list(false));
        var best = leastOf(population);
        int withoutGain = 0;
        while (best.makespan() > bound && withoutGain < CHILDREN_WITHOUT_GAIN_MAX) {
            if (withoutGain % BATCH == 0 && effort.isOver()) break;
            var child = improved(mutated(crossover.child(picked(population), picked(population))));
            withoutGain++;
            replace(population, child);
            if (child.makespan() < best.makespan()) {
                best = child;
                withoutGain = 0;
                effort.tell("makespan %d, bound %d".formatted(Math.min(record, best.makespan()), bound));
            }
        }
        return best;
    }

    private Individual improved(int[] list) {
        var starts = new int[list.length];
        int makespan = lists.early(list, starts);
        makespan = lists.justify(list, starts, makespan);
        schedules += 3;
        return new Individual(list, starts, makespan);
    }

    private Individual picked(List<Individual> population) {
        var one = population.get(random.nextInt(population.size()));
        var other = population.get(random.nextInt(population.size()));
        return one.makespan() <= other.makespan() ? one : other;
    }

    /** The child takes the place of the worse of two, or of a twin; a population of twins finds nothing. */
    private void replace(List<Individual> population, Individual child) {
        for (var other : population) if (Arrays.equals(other.starts(), child.starts())) return;
        int one = random.nextInt(population.size());
        int other = random.nextInt(population.size());
        int worse = population.get(one).makespan() >= population.get(other).makespan() ? one : other;
        if (child.makespan() <= population.get(worse).makespan()) population.set(worse, child);
    }

    private static Individual leastOf(List<Individual> population) {
        return population.stream()
                .min(Comparator.comparingInt(Individual::makespan))
                .orElseThrow();
    }

    private int[] mutated(int[] list) {
        for (int k = 1; k < list.length; k++)
            if (random.nextDouble() < SWAP_CHANCE && !waits(list[k], list[k - 1])) {
                int moved = list[k];
                list[k] = list[k - 1];
                list[k - 1] = moved;
            }
        return list;
    }

    private boolean waits(int later, int earlier) {
        for (int p : lists.before(later)) if (p == earlier) return true;
        return false;
    }
}
