package noroshi.planning.systems;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import noroshi.planning.search.Effort;
import noroshi.planning.systems.LinearModel.Row;

/**
 * Solves the choices with SCIP and bounds them with GLOP, both from OR-Tools (docs/decisions/0018-portfolio-solver.md). The bound is
 * GLOP's prices counted again by {@link Certificate}. Hosts are taken together here, so it holds for every placement.
 */
final class Chooser {

    private static final long LOOK_AGAIN_NANOS = 50_000_000;
    private static final double GAP = 0.002;
    /** SCIP's own bound is believed up to this part of it: it counts in doubles. */
    private static final double TRUST = 1e-6;

    static {
        Loader.loadNativeLibraries();
    }

    private final ChoiceModel choices;

    private Chooser(ChoiceModel choices) {
        this.choices = choices;
    }

    /**
     * For the least cost over all years.
     *
     * @param room the part of the hosts' capacity that may be used: 1 for a bound, less where placing would fail
     */
    static Chooser cheapest(Portfolio portfolio, double room) {
        var choices = new ChoiceModel(portfolio, room);
        choices.model().minimise(choices.everything());
        return new Chooser(choices);
    }

    /** For the least upkeep in one year, whatever it costs to get there. */
    static Chooser leanest(Portfolio portfolio, int year) {
        var choices = new ChoiceModel(portfolio, 1);
        choices.model().minimise(choices.upkeep(year));
        return new Chooser(choices);
    }

    /** What nothing costs less than; 0 where no prices are found in time, or because there is nothing at all. */
    long bound(Duration lasts) {
        var solver = new Solver("GLOP", choices.model(), lasts);
        try {
            return solver.solver.solve() == MPSolver.ResultStatus.OPTIMAL
                    ? Math.max(0, Certificate.bound(choices.model(), solver.prices()))
                    : 0;
        } finally {
            solver.solver.delete();
        }
    }

    Decision decide(Effort effort, Duration lasts) {
        var solver = new Solver("SCIP", choices.model(), lasts);
        effort.tell("choosing among %,d possibilities under %,d rules"
                .formatted(
                        choices.model().variables().size(),
                        choices.model().rows().size()));
        var watch = watch(solver.solver, effort);
        try {
            return decision(solver);
        } finally {
            watch.interrupt();
            solver.solver.delete();
        }
    }

    private Decision decision(Solver solver) {
        var settings = new MPSolverParameters();
        settings.setDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, GAP);
        return switch (solver.solver.solve(settings)) {
            case OPTIMAL, FEASIBLE ->
                new Decision.Found(choices.choices(solver::value), choices.hosts(solver::value), (long)
                        Math.floor(solver.solver.objective().bestBound() * (1 - TRUST)));
            case INFEASIBLE -> new Decision.Impossible();
            case NOT_SOLVED, UNBOUNDED, ABNORMAL -> new Decision.Unknown();
            case MODEL_INVALID -> throw new IllegalStateException("The solver does not take the model.");
        };
    }

    /** The solver keeps its own time; whoever presses Ctrl-C ends it by the effort. */
    private static Thread watch(MPSolver solver, Effort effort) {
        return Thread.ofVirtual().start(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                if (effort.isOver() && solver.interruptSolve()) return;
                LockSupport.parkNanos(LOOK_AGAIN_NANOS);
            }
        });
    }

    private static final class Solver {

        final MPSolver solver;
        private final MPVariable[] variables;
        private final MPConstraint[] rows;

        Solver(String name, LinearModel model, Duration lasts) {
            solver = MPSolver.createSolver(name);
            solver.setTimeLimit(Math.max(100, lasts.toMillis()));
            boolean whole = solver.problemType() == MPSolver.OptimizationProblemType.SCIP_MIXED_INTEGER_PROGRAMMING;
            variables = model.variables().stream()
                    .map(variable -> solver.makeVar(variable.least(), variable.most(), whole, ""))
                    .toArray(MPVariable[]::new);
            rows = model.rows().stream().map(this::row).toArray(MPConstraint[]::new);
            for (int i = 0; i < model.goal().indexes().length; i++)
                solver.objective()
                        .setCoefficient(
                                variables[model.goal().indexes()[i]],
                                model.goal().weights()[i]);
            solver.objective().setMinimization();
        }

        private MPConstraint row(Row row) {
            var constraint = solver.makeConstraint(
                    row.least() == LinearModel.NO_LEAST ? -MPSolver.infinity() : row.least(),
                    row.most() == LinearModel.NO_MOST ? MPSolver.infinity() : row.most());
            for (int i = 0; i < row.indexes().length; i++)
                constraint.setCoefficient(variables[row.indexes()[i]], row.weights()[i]);
            return constraint;
        }

        long value(LinearModel.Variable variable) {
            return Math.round(variables[variable.index()].solutionValue());
        }

        double[] prices() {
            var prices = new double[rows.length];
            for (int i = 0; i < prices.length; i++) prices[i] = rows[i].dualValue();
            return prices;
        }
    }
}
