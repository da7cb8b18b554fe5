package noroshi.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./noroshi bench planning [PART …] [--only NAME,NAME] [--sample N] [--seconds N] [--seed N] [--all]}: what the planning module must show against
 * shared/data/inward. Without a name every part runs; {@code --all} takes every instance and goes on where it was ended.
 */
final class PlanningBench {

    private enum Part {
        NETWORK,
        RCPSP,
        REASSIGNMENT,
        PORTFOLIO,
        CONTINUITY
    }

    private final List<Part> parts = new ArrayList<>();
    private final PlanningOptions options;

    PlanningBench(List<String> words) {
        var rest = new ArrayList<>(words);
        while (!rest.isEmpty() && !rest.getFirst().startsWith("--")) parts.add(part(rest.removeFirst()));
        if (parts.isEmpty()) parts.addAll(List.of(Part.values()));
        options = PlanningOptions.parse(rest);
    }

    void run() throws Exception {
        for (var part : parts) run(part);
    }

    private void run(Part part) throws Exception {
        switch (part) {
            case RCPSP -> new RcpspBench(options).run();
            case CONTINUITY -> new ContinuityBench(options).run();
            case NETWORK -> new NetworkBench(options).run();
            case REASSIGNMENT -> new ReassignmentBench(options).run();
            case PORTFOLIO -> new PortfolioBench(options).run();
        }
    }

    private static Part part(String name) {
        for (var part : Part.values()) if (part.name().equalsIgnoreCase(name)) return part;
        throw new IllegalArgumentException("No part of planning named \"" + name
                + "\". There are: network, rcpsp, reassignment, portfolio, continuity");
    }
}
