package noroshi.planning.command;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import noroshi.planning.network.Network;
import noroshi.planning.network.NetworkFile;
import noroshi.planning.network.Scenario;
import noroshi.planning.network.report.Findings;
import noroshi.planning.network.report.JsonReport;
import noroshi.planning.network.report.Pictures;
import noroshi.planning.network.report.TextReport;

/** {@code ./noroshi plan network FILE}. */
final class NetworkPlan implements Plan {

    @Override
    public void run(Wishes wishes, PrintStream out) throws IOException {
        var network = NetworkFile.read(wishes.file());
        var findings = Findings.of(network, scenarios(network, wishes), wishes.seed(), wishes.effort());
        out.println(wishes.json() ? JsonReport.of(findings) : TextReport.of(findings));
        if (wishes.pictures().isPresent())
            for (var file : Pictures.write(findings, wishes.pictures().get())) System.err.println("plan: " + file);
    }

    private static List<Scenario> scenarios(Network network, Wishes wishes) {
        if (wishes.scenario().isEmpty()) return network.scenarios();
        var id = wishes.scenario().get();
        var chosen = network.scenarios().stream()
                .filter(scenario -> scenario.id().equals(id))
                .toList();
        if (chosen.isEmpty())
            throw new IllegalArgumentException("There is no scenario '%s'. There are: %s"
                    .formatted(
                            id, network.scenarios().stream().map(Scenario::id).collect(Collectors.joining(", "))));
        return chosen;
    }
}
