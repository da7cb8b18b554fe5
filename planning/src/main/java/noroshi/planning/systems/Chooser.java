package noroshi.planning.systems;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import noroshi.planning.search.Effort;

/**
 * Solves the choices exactly with OR-Tools CP-SAT (docs/decisions/0018-portfolio-solver.md): which option each system takes in which
 * year, and how many hosts are bought when. Hosts are taken together here, so its bound holds for every placement.
 */
final class Chooser {

    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final double GAP = 1e-4;

    private final Portfolio portfolio;
    private final double room;

    /** @param room the part of the hosts' capacity that may be used: 1 for a bound, less where placing failed */
    Chooser(Portfolio portfolio, double room) {
        this.portfolio = portfolio;
        this.room = room;
    }

    /** The least cost over all years. */
    Decision cheapest(Effort effort, Duration lasts, int workers, long seed) {
        var choices = new ChoiceModel(portfolio, room);
        choices.goal(choices.everything());
        return solve(choices, effort, lasts, workers, seed);
    }

    /** The least upkeep in one year, whatever it costs to get there; the portfolio's targets hold as well. */
    Decision leanest(int year, Effort effort, Duration lasts, int workers, long seed) {
        var choices = new ChoiceModel(portfolio, room);
        choices.goal(choices.upkeep(year));
        return solve(choices, effort, lasts, workers, seed);
    }

    private Decision solve(ChoiceModel choices, Effort effort, Duration lasts, int workers, long seed) {
        var solver = new CpSolver();
        var settings = solver.getParameters();
        settings.setMaxTimeInSeconds(Math.max(0.01, lasts.toMillis() / 1000.0));
        settings.setNumWorkers(workers);
        settings.setRandomSeed((int) (seed & 0x7fffffff));
        settings.setRelativeGapLimit(GAP);
        settings.setLinearizationLevel(2);
        var watch = watch(solver, effort);
        try {
            var status = solver.solve(choices.model(), new Progress(effort));
            return decision(choices, solver, status);
        } finally {
            watch.interrupt();
        }
    }

    private Decision decision(ChoiceModel choices, CpSolver solver, CpSolverStatus status) {
        return switch (status) {
            case OPTIMAL, FEASIBLE ->
                new Decision.Found(
                        choices.choices(solver), choices.hosts(solver), Math.round(solver.objectiveValue()), (long)
                                Math.ceil(solver.bestObjectiveBound() - 0.5));
            case INFEASIBLE -> new Decision.Impossible();
            case UNKNOWN -> new Decision.Unknown((long) Math.ceil(solver.bestObjectiveBound() - 0.5));
            case MODEL_INVALID, UNRECOGNIZED ->
                throw new IllegalStateException(
                        "The solver does not take the model: " + choices.model().validate());
        };
    }

    /** The solver keeps its own time; whoever presses Ctrl-C ends it by the effort. */
    private static Thread watch(CpSolver solver, Effort effort) {
        return Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (effort.isOver()) solver.stopSearch();
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        });
    }

    private static final class Progress extends CpSolverSolutionCallback {

        private final Effort effort;

        Progress(Effort effort) {
            this.effort = effort;
        }

        @Override
        public void onSolutionCallback() {
            effort.tell(String.format(
                    Locale.ROOT, "%,.0f yen found, at least %,.0f", objectiveValue(), bestObjectiveBound()));
        }
    }
}
