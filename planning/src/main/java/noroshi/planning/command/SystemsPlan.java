package noroshi.planning.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import noroshi.planning.systems.CostPath;
import noroshi.planning.systems.Outcome;
import noroshi.planning.systems.PlanJson;
import noroshi.planning.systems.PlanReport;
import noroshi.planning.systems.PortfolioFile;
import noroshi.planning.systems.SystemsPlanner;

/** {@code ./noroshi plan systems FILE}: the cheapest plan, or the proof that there is none; {@code systems.svg} is the way in yen. */
final class SystemsPlan implements Plan {

    @Override
    public void run(Wishes wishes, PrintStream out) throws IOException {
        var portfolio = PortfolioFile.open(wishes.file());
        var outcome = SystemsPlanner.plan(portfolio, wishes.effort(), wishes.seed());
        out.println(wishes.json() ? PlanJson.of(portfolio, outcome) : PlanReport.of(portfolio, outcome));
        if (wishes.pictures().isPresent() && outcome instanceof Outcome.Planned planned)
            Files.writeString(
                    wishes.pictures().get().resolve("systems.svg"), CostPath.of(portfolio, planned.accounts()));
    }
}
