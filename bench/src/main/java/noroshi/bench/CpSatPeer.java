package noroshi.bench;

import com.google.ortools.Loader;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.IntervalVar;
import com.google.ortools.sat.LinearExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import noroshi.planning.schedule.Project;
import noroshi.planning.schedule.Schedule;

/** What a general solver makes of the same project in the same time: OR-Tools CP-SAT with one worker; time is the processor's, as for our own. */
final class CpSatPeer {

    private final int seconds;
    private final int seed;

    CpSatPeer(int seconds, long seed) {
        Loader.loadNativeLibraries();
        this.seconds = seconds;
        this.seed = (int) seed;
    }

    /** Supplies must not change over time, as PSPLIB's do not. */
    Schedule best(Project project) {
        var activities = project.activities();
        int horizon =
                activities.stream().mapToInt(activity -> activity.duration()).sum();
        var model = new CpModel();
        var starts = new ArrayList<IntVar>();
        var intervals = new ArrayList<IntervalVar>();
        var makespan = model.newIntVar(0, horizon, "makespan");
        for (int i = 0; i < activities.size(); i++) {
            int duration = activities.get(i).duration();
            starts.add(model.newIntVar(0, horizon, "s" + i));
            intervals.add(model.newFixedSizeIntervalVar(starts.get(i), duration, "i" + i));
            model.addLessOrEqual(LinearExpr.affine(starts.get(i), 1, duration), makespan);
        }
        for (int i = 0; i < activities.size(); i++)
            for (int before : activities.get(i).after())
                model.addLessOrEqual(
                        LinearExpr.affine(
                                starts.get(before), 1, activities.get(before).duration()),
                        starts.get(i));
        for (int r = 0; r < project.supplies().size(); r++) share(model, project, r, intervals);
        model.minimize(makespan);
        return solve(model, starts, makespan);
    }

    private static void share(CpModel model, Project project, int resource, List<IntervalVar> intervals) {
        var cumulative = model.addCumulative(project.supplies().get(resource).inTheEnd());
        for (int i = 0; i < intervals.size(); i++) {
            int used = project.activities().get(i).uses().get(resource);
            if (used > 0) cumulative.addDemand(intervals.get(i), used);
        }
    }

    /** The solver knows the clock only: it is stopped from beside. */
    private CpSolverStatus within(CpSolver solver, CpModel model) {
        try (var time = new ProcessorTime(1)) {
            long end = time.getAsLong() + seconds * 1_000_000_000L;
            var watch = Thread.ofPlatform().daemon().start(() -> {
                while (time.getAsLong() < end && !Thread.currentThread().isInterrupted())
                    LockSupport.parkNanos(20_000_000);
                solver.stopSearch();
            });
            var status = solver.solve(model);
            watch.interrupt();
            return status;
        }
    }

    private Schedule solve(CpModel model, List<IntVar> starts, IntVar makespan) {
        var solver = new CpSolver();
        solver.getParameters().setNumWorkers(1).setRandomSeed(seed);
        var status = within(solver, model);
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE)
            throw new IllegalStateException("CP-SAT found no schedule: " + status);
        return new Schedule(
                starts.stream().map(start -> (int) solver.value(start)).toList(), (int) solver.value(makespan));
    }
}
