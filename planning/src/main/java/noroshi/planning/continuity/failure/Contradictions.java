package noroshi.planning.continuity.failure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import noroshi.planning.continuity.Backup;
import noroshi.planning.continuity.Kind;
import noroshi.planning.continuity.Model;
import noroshi.planning.continuity.Need;
import noroshi.planning.continuity.Part;

/** Promises against each other, and against what a scenario does. */
public final class Contradictions {

    private record Worst(double hours, String part) {}

    private static final Worst NOTHING = new Worst(0, "");

    private Contradictions() {}

    /** What the plan alone shows, without any scenario. */
    public static List<Contradiction> onPaper(Model model) {
        var found = new ArrayList<Contradiction>();
        var copied = new HashMap<String, Worst>();
        for (var part : model.parts().values()) {
            copied.put(part.id(), copiedEvery(part, copied));
            for (var need : part.needs()) {
                var latest = promised(model, need);
                if (latest.hours > part.promise().rtoHours())
                    found.add(new Contradiction(
                            Contradiction.Kind.RTO_ON_PAPER,
                            part.id(),
                            latest.part,
                            part.promise().rtoHours(),
                            latest.hours));
            }
            var worst = copied.getOrDefault(part.id(), NOTHING);
            if (worst.hours > part.promise().rpoHours())
                found.add(new Contradiction(
                        Contradiction.Kind.RPO_ON_PAPER,
                        part.id(),
                        worst.part,
                        part.promise().rpoHours(),
                        worst.hours));
        }
        return found;
    }

    /** What a scenario shows. */
    public static List<Contradiction> inScenario(Model model, Map<String, Outage> outages, DataLoss losses) {
        var found = new ArrayList<Contradiction>();
        for (var part : model.parts().values()) {
            double out = outages.getOrDefault(part.id(), Outage.NONE).longestHours();
            if (out > part.promise().rtoHours())
                found.add(new Contradiction(
                        Contradiction.Kind.RTO_IN_SCENARIO,
                        part.id(),
                        part.id(),
                        part.promise().rtoHours(),
                        out));
            double lost = losses.hours(part.id());
            if (lost > part.promise().rpoHours())
                found.add(new Contradiction(
                        Contradiction.Kind.RPO_IN_SCENARIO,
                        part.id(),
                        part.id(),
                        part.promise().rpoHours(),
                        lost));
        }
        return found;
    }

    /** The promise that the need waits for: of alternatives the earliest ones. One that promises nothing says nothing. */
    private static Worst promised(Model model, Need need) {
        return kth(
                need,
                need.of().stream()
                        .map(id -> new Worst(promise(model.part(id)), id))
                        .toList());
    }

    private static double promise(Part part) {
        double rto = part.promise().rtoHours();
        return rto == Outage.NEVER ? 0 : rto;
    }

    private static Worst copiedEvery(Part part, Map<String, Worst> copied) {
        if (part.kind() == Kind.DATA)
            return new Worst(
                    part.backups().stream()
                            .mapToDouble(Backup::everyHours)
                            .min()
                            .orElse(Outage.NEVER),
                    part.id());
        if (part.kind() != Kind.SYSTEM && part.kind() != Kind.SERVICE) return NOTHING;
        return part.needs().stream()
                .map(need -> kth(
                        need,
                        need.of().stream()
                                .map(id -> copied.getOrDefault(id, NOTHING))
                                .toList()))
                .max(Comparator.comparingDouble(Worst::hours))
                .orElse(NOTHING);
    }

    private static Worst kth(Need need, List<Worst> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(Worst::hours))
                .skip(need.atLeast() - 1L)
                .findFirst()
                .orElse(NOTHING);
    }
}
