package noroshi.planning.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.ModelFile;
import noroshi.planning.continuity.Scenario;
import noroshi.planning.continuity.report.Findings;
import noroshi.planning.continuity.report.Gantt;
import noroshi.planning.continuity.report.JsonReport;
import noroshi.planning.continuity.report.TextReport;

/** {@code ./noroshi plan continuity FILE --scenario S}. */
final class ContinuityPlan implements Plan {

    @Override
    public void run(Wishes wishes, PrintStream out) throws IOException {
        var model = ModelFile.open(wishes.file());
        var findings = Findings.of(model, scenario(model, wishes), wishes.seed(), wishes.effort());
        out.println(wishes.json() ? new JsonReport(findings) : new TextReport(findings));
        if (wishes.pictures().isEmpty()) return;
        var picture = wishes.pictures()
                .get()
                .resolve("recovery-" + findings.scenario().id() + ".svg");
        Files.writeString(picture, new Gantt(findings).toString());
        if (!wishes.json()) out.println("図: " + picture);
    }

    /** With a single scenario in the file nobody need name it. */
    private static Scenario scenario(Model model, Wishes wishes) {
        var known = String.join(", ", model.scenarios().keySet());
        var id = wishes.scenario()
                .orElse(
                        model.scenarios().size() == 1
                                ? model.scenarios().firstEntry().getKey()
                                : "");
        var scenario = model.scenarios().get(id);
        if (scenario == null)
            throw new IllegalArgumentException(
                    "Which scenario? --scenario " + (known.isEmpty() ? "(the file has none)" : known));
        return scenario;
    }
}
