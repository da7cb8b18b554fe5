package noroshi.planning.systems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import noroshi.planning.search.Effort;

/** The cheapest plan that keeps all limits and reaches all targets; or the proof that there is none. */
public final class SystemsPlanner {

    /** Where hosts could not be filled as full as the sums allow, less of them is counted on. */
    private static final double[] ROOMS = {1, 0.97, 0.93, 0.88, 0.8, 0.7};

    private static final double CHOOSING_PART = 0.6;
    private static final double PLACING_PART = 0.3;
    private static final double COMPARING_PART = 0.5;
    private static final int WORKERS = 2;

    private final Portfolio portfolio;
    private final Effort effort;
    private final long seed;

    private SystemsPlanner(Portfolio portfolio, Effort effort, long seed) {
        this.portfolio = portfolio;
        this.effort = effort;
        this.seed = seed;
    }

    public static Outcome plan(Portfolio portfolio, Effort effort, long seed) {
        return new SystemsPlanner(portfolio, effort, seed).plan();
    }

    private Outcome plan() {
        var bound = OptionalLong.empty();
        for (double room : ROOMS) {
            var decision = new Chooser(portfolio, room).cheapest(effort, part(CHOOSING_PART), WORKERS, seed);
            switch (decision) {
                case Decision.Found found -> {
                    if (bound.isEmpty()) bound = OptionalLong.of(found.bound());
                    var placed = place(found);
                    if (placed.isPresent()) return planned(found, placed.get(), bound.getAsLong());
                }
                case Decision.Impossible impossible -> {
                    return room == 1 ? new Outcome.Impossible(obstacles()) : unplaced();
                }
                case Decision.Unknown unknown -> {
                    return new Outcome.Undecided("時間内に計画も、不可能の証明も見つかりませんでした。--seconds を増やしてください。");
                }
            }
        }
        return unplaced();
    }

    private static Outcome unplaced() {
        return new Outcome.Undecided("容量の合計は足りますが、ホストへの割当てが見つかりませんでした。ホストを増やすか、--seconds を増やしてください。");
    }

    private Optional<List<Placement>> place(Decision.Found found) {
        var machines = Virtual.of(portfolio, found.choices());
        effort.tell("placing %d machines".formatted(machines.size()));
        return new Consolidation(portfolio, machines, found.hosts()).place(Effort.of(part(PLACING_PART)), seed);
    }

    private Outcome planned(Decision.Found found, List<Placement> placements, long bound) {
        var accounts = Accounts.of(portfolio, found.choices(), found.hosts());
        if (!accounts.violations().isEmpty() || accounts.total() != found.cost())
            throw new IllegalStateException("The plan of %d yen does not stand the second count: %d yen, %s"
                    .formatted(found.cost(), accounts.total(), accounts.violations()));
        return new Outcome.Planned(
                found.choices(),
                found.hosts(),
                placements,
                accounts,
                Math.min(bound, accounts.total()),
                withoutTarget());
    }

    private OptionalLong withoutTarget() {
        if (portfolio.targets().isEmpty() || effort.isOver()) return OptionalLong.empty();
        var decision = new Chooser(portfolio.untargeted(), 1).cheapest(effort, part(COMPARING_PART), WORKERS, seed);
        return decision instanceof Decision.Found found ? OptionalLong.of(found.cost()) : OptionalLong.empty();
    }

    private List<Outcome.Obstacle> obstacles() {
        var obstacles = new ArrayList<Outcome.Obstacle>();
        for (var target : portfolio.targets()) {
            long most = portfolio.upkeepMax(target.year());
            var free = portfolio.untargeted();
            var limited = new Chooser(free, 1).leanest(target.year(), effort, part(COMPARING_PART), WORKERS, seed);
            if (limited instanceof Decision.Impossible) return List.of();
            var unlimited = new Chooser(free.unlimited(), 1)
                    .leanest(target.year(), effort, part(COMPARING_PART), WORKERS, seed);
            obstacles.add(
                    new Outcome.Obstacle(target.year(), most, bound(limited), reached(limited), bound(unlimited)));
        }
        return obstacles;
    }

    private static long bound(Decision decision) {
        return switch (decision) {
            case Decision.Found found -> found.bound();
            case Decision.Unknown unknown -> unknown.bound();
            case Decision.Impossible impossible -> Long.MAX_VALUE;
        };
    }

    private static OptionalLong reached(Decision decision) {
        return decision instanceof Decision.Found found ? OptionalLong.of(found.cost()) : OptionalLong.empty();
    }

    private Duration part(double part) {
        return Duration.ofMillis((long) (effort.left().toMillis() * part));
    }
}
