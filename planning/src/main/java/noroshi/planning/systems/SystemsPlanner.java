package noroshi.planning.systems;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import noroshi.planning.search.Effort;

/** The cheapest plan that keeps all limits and reaches all targets; or the proof that there is none. */
public final class SystemsPlanner {

    /** How full hosts are planned to be at first: what the sums allow cannot always be placed. When even less fails, it is given up. */
    private static final double[] ROOMS = {0.95, 0.88, 0.8, 0.65};

    private static final double GOOD_GAP = 0.01;
    private static final double CHOOSING_PART = 0.5;
    private static final double PLACING_PART = 0.3;
    private static final double COMPARING_PART = 0.5;
    private static final Duration BOUNDING = Duration.ofSeconds(20);
    private static final Duration PLACING = Duration.ofSeconds(8);

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
        long bound = Chooser.cheapest(portfolio, 1).bound(shorter(BOUNDING, CHOOSING_PART));
        for (double room : ROOMS) {
            var decision = decide(room);
            switch (decision) {
                case Decision.Found found -> {
                    var planned = planned(found, bound);
                    if (planned.isPresent()) return better(planned.get(), bound);
                }
                case Decision.Impossible impossible -> {
                    return room == ROOMS[0] ? withFullHosts(bound) : unplaced();
                }
                case Decision.Unknown unknown -> {
                    return undecided();
                }
            }
        }
        return unplaced();
    }

    /** If it is not possible with hosts that are full to the last unit, it is not possible at all. */
    private Outcome withFullHosts(long bound) {
        return switch (decide(1)) {
            case Decision.Found found ->
                planned(found, bound).<Outcome>map(plan -> plan).orElseGet(SystemsPlanner::unplaced);
            case Decision.Impossible impossible -> new Outcome.Impossible(obstacles());
            case Decision.Unknown unknown -> undecided();
        };
    }

    /** Where the gap is large, the hosts' last units may matter. */
    private Outcome better(Outcome.Planned planned, long bound) {
        var best = planned;
        if (planned.gap() > GOOD_GAP && !effort.isOver() && decide(1) instanceof Decision.Found found) {
            var other = planned(found, bound);
            if (other.isPresent()
                    && other.get().accounts().total() < best.accounts().total()) best = other.get();
            best = best.withBound(found.bound());
        }
        return best.withoutTarget(withoutTarget());
    }

    private Decision decide(double room) {
        return Chooser.cheapest(portfolio, room).decide(effort, part(CHOOSING_PART));
    }

    private static Outcome undecided() {
        return new Outcome.Undecided("時間内に計画も、不可能の証明も見つかりませんでした。--seconds を増やしてください。");
    }

    private static Outcome unplaced() {
        return new Outcome.Undecided("容量の合計は足りますが、ホストへの割当てが見つかりませんでした。ホストを増やすか、--seconds を増やしてください。");
    }

    /** Empty if the machines were not placed, or if the plan does not stand the second count. */
    private Optional<Outcome.Planned> planned(Decision.Found found, long bound) {
        var machines = Virtual.of(portfolio, found.choices());
        effort.tell("placing %d machines".formatted(machines.size()));
        return new Consolidation(portfolio, machines, found.hosts())
                .place(Effort.of(shorter(PLACING, PLACING_PART)), seed)
                .map(placements -> planned(found, placements, bound))
                .filter(plan -> plan.accounts().violations().isEmpty());
    }

    private Outcome.Planned planned(Decision.Found found, List<Placement> placements, long bound) {
        var accounts = Accounts.of(portfolio, found.choices(), found.hosts());
        return new Outcome.Planned(
                found.choices(),
                found.hosts(),
                placements,
                accounts,
                Math.min(bound, accounts.total()),
                OptionalLong.empty());
    }

    private OptionalLong withoutTarget() {
        if (portfolio.targets().isEmpty() || effort.isOver()) return OptionalLong.empty();
        var decision = Chooser.cheapest(portfolio.untargeted(), ROOMS[0]).decide(effort, part(COMPARING_PART));
        return decision instanceof Decision.Found found
                ? OptionalLong.of(Accounts.of(portfolio.untargeted(), found.choices(), found.hosts())
                        .total())
                : OptionalLong.empty();
    }

    private List<Outcome.Obstacle> obstacles() {
        var obstacles = new ArrayList<Outcome.Obstacle>();
        var free = portfolio.untargeted();
        for (var target : portfolio.targets()) {
            var leanest = Chooser.leanest(free, target.year());
            var decision = leanest.decide(effort, part(COMPARING_PART));
            if (decision instanceof Decision.Impossible) return List.of();
            obstacles.add(new Outcome.Obstacle(
                    target.year(),
                    portfolio.upkeepMax(target.year()),
                    leanest.bound(BOUNDING),
                    reached(free, target.year(), decision),
                    Chooser.leanest(free.unlimited(), target.year()).bound(BOUNDING)));
        }
        return obstacles;
    }

    private static OptionalLong reached(Portfolio free, int year, Decision decision) {
        return decision instanceof Decision.Found found
                ? OptionalLong.of(Accounts.of(free, found.choices(), found.hosts())
                        .upkeep()
                        .get(year))
                : OptionalLong.empty();
    }

    private Duration shorter(Duration most, double part) {
        var some = part(part);
        return some.compareTo(most) < 0 ? some : most;
    }

    private Duration part(double part) {
        return Duration.ofMillis((long) (effort.left().toMillis() * part));
    }
}
