package noroshi.bench;

import java.time.Duration;
import java.util.List;
import noroshi.planning.search.Effort;
import noroshi.planning.systems.MadePortfolio;
import noroshi.planning.systems.Outcome;
import noroshi.planning.systems.SystemsPlanner;

/** Made portfolios of 200 systems: how near the plan is to the proven bound, and that what cannot be reached is proven to be so. */
final class PortfolioBench {

    private static final int SYSTEMS = 200;
    private static final int SECONDS = 60;
    private static final int SAMPLE = 2;
    private static final int ALL = 10;
    private static final double REACHABLE = 0.2;
    private static final List<Double> UNREACHABLE = List.of(0.6, 0.9);
    private static final double GAP_MAX = 0.02;

    private final PlanningOptions options;

    PortfolioBench(PlanningOptions options) {
        this.options = options;
    }

    void run() {
        int count = options.all() ? ALL : options.sample(SAMPLE);
        int near = 0;
        int proven = 0;
        for (int i = 0; i < count; i++) {
            if (isNear(options.seed() + i)) near++;
            for (double cut : UNREACHABLE) if (isProven(options.seed() + i, cut)) proven++;
        }
        System.out.printf(
                "portfolio: %d of %d plans of %d systems with a gap of at most %.0f %% in %d s; %d of %d targets out of reach proven so%n",
                near, count, SYSTEMS, 100 * GAP_MAX, options.seconds(SECONDS), proven, count * UNREACHABLE.size());
    }

    private boolean isNear(long seed) {
        long begun = System.nanoTime();
        var outcome = plan(seed, REACHABLE);
        if (!(outcome instanceof Outcome.Planned planned)) {
            System.out.printf("portfolio %d: %s%n", seed, outcome);
            return false;
        }
        System.out.printf(
                "portfolio %d: %,d yen, bound %,d, gap %.3f %%, %d copies of virtual machines placed, rules broken: %d, %.1f s%n",
                seed,
                planned.accounts().total(),
                planned.bound(),
                100 * planned.gap(),
                planned.placements().size(),
                planned.accounts().violations().size(),
                (System.nanoTime() - begun) / 1e9);
        return planned.gap() <= GAP_MAX && planned.accounts().violations().isEmpty();
    }

    private boolean isProven(long seed, double cut) {
        long begun = System.nanoTime();
        var outcome = plan(seed, cut);
        boolean proven = outcome instanceof Outcome.Impossible impossible
                && !impossible.obstacles().isEmpty()
                && impossible.obstacles().stream().allMatch(Outcome.Obstacle::proves);
        System.out.printf(
                "portfolio %d, target -%.0f %%: %s, %.1f s%n",
                seed,
                100 * cut,
                outcome instanceof Outcome.Impossible impossible
                        ? impossible
                        : outcome.getClass().getSimpleName(),
                (System.nanoTime() - begun) / 1e9);
        return proven;
    }

    private Outcome plan(long seed, double cut) {
        var effort = Effort.of(Duration.ofSeconds(options.seconds(SECONDS)));
        return SystemsPlanner.plan(MadePortfolio.of(SYSTEMS, seed, cut), effort, options.seed());
    }
}
