package noroshi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.ModelFile;
import noroshi.planning.continuity.failure.CommonFates;
import noroshi.planning.continuity.failure.Contradictions;
import noroshi.planning.continuity.report.Findings;
import noroshi.planning.search.Effort;

/** Continuity: faults that were put into generated plans must be found, all of them and no others; and the shape of 2011 in the example of Miyagi. */
final class ContinuityBench {

    private static final int PLANS = 200;

    private final PlanningOptions options;

    ContinuityBench(PlanningOptions options) {
        this.options = options;
    }

    void run() throws IOException {
        seeded();
        miyagi();
    }

    private void seeded() {
        int seeded = 0;
        int found = 0;
        int invented = 0;
        int gone = 0;
        int removable = 0;
        int plans = options.sample(PLANS);
        for (int i = 0; i < plans; i++) {
            var plan = new SeededPlan(options.seed() + i);
            var expected = plan.expected();
            var told = told(plan.text());
            seeded += expected.size();
            found += (int) expected.stream().filter(told::contains).count();
            invented += (int)
                    told.stream().filter(finding -> !expected.contains(finding)).count();
            for (var finding : plan.fatesOfCopies()) {
                removable++;
                if (!told(plan.withCopyMoved(finding)).contains(finding)) gone++;
            }
        }
        System.out.printf(
                "continuity: %d generated plans, %d contradictions and common fates put in: found %d, invented %d;"
                        + " copy moved out of the flooded zone: finding gone in %d of %d%n",
                plans, seeded, found, invented, gone, removable);
    }

    private static Set<String> told(String text) {
        var model = ModelFile.read(text);
        var told = new HashSet<String>();
        Contradictions.onPaper(model)
                .forEach(found -> told.add(found.kind() + " " + found.part() + " " + found.because()));
        CommonFates.of(model).forEach(fate -> told.add(fate.kind() + " " + fate.part() + " " + fate.where()));
        return told;
    }

    private void miyagi() throws IOException {
        var file = Path.of(System.getProperty("noroshi.home", "."))
                .resolve("docs/planning/examples/miyagi-continuity.json");
        if (!Files.exists(file)) {
            System.out.println("continuity: skipped: there is no " + file);
            return;
        }
        var model = ModelFile.open(file);
        for (var scenario : List.of("tsunami-2011", "shaking-only")) {
            long begun = System.nanoTime();
            var findings = Findings.of(
                    model,
                    model.scenarios()
                            .getOrDefault(
                                    scenario, model.scenarios().firstEntry().getValue()),
                    options.seed(),
                    Effort.of(java.time.Duration.ofSeconds(options.seconds(20))));
            System.out.printf(
                    "continuity: Miyagi, %s: of %d systems damaged %d, stopped through dependencies %d; services stopped %d; %d repairs; %.1f s%n",
                    scenario,
                    model.all(Kind.SYSTEM).size(),
                    findings.damaged(Kind.SYSTEM).size(),
                    findings.stopped(Kind.SYSTEM).size(),
                    findings.stopped(Kind.SERVICE).size(),
                    findings.recovery().tasks().size(),
                    (System.nanoTime() - begun) / 1e9);
            System.out.println("continuity: damaged: "
                    + findings.damaged(Kind.SYSTEM).stream()
                            .map(part -> part.id())
                            .collect(Collectors.joining(" ")));
        }
    }
}
