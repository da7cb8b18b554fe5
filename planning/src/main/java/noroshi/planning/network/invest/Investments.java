package noroshi.planning.network.invest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import noroshi.planning.network.Candidate;
import noroshi.planning.network.Network;
import noroshi.planning.network.failure.Aftermath;
import noroshi.planning.network.failure.SingleFailure;
import noroshi.planning.search.Effort;

/**
 * Candidates by what they save: hours in which an office has no network, expected in a year from single failures (how often × how long ×
 * how many offices) and from scenarios (how often × office hours without service).
 *
 * @param hoursPerYear as things are
 * @param ranked       each candidate by itself, the most saved per yen first
 * @param sequence     one after the other within the budget, each chosen after those before it are built
 */
public record Investments(double hoursPerYear, List<Gain> ranked, List<Gain> sequence) {

    /** @param savedPerYear office hours, compared with the network before it is built */
    public record Gain(Candidate candidate, double savedPerYear) {

        public double savedPerMillionYen() {
            return savedPerYear / Math.max(1, candidate.yen()) * 1e6;
        }
    }

    private static final double NOTHING = 1e-9;

    public static Investments of(Network network, Effort effort) {
        double now = hoursPerYear(network);
        var ranked = gains(network, now, effort);
        return new Investments(now, ranked, sequence(network, now, ranked, effort));
    }

    /** Hours × offices expected in a year. */
    public static double hoursPerYear(Network network) {
        double failures = SingleFailure.all(network).stream()
                .mapToDouble(SingleFailure::officeHoursPerYear)
                .sum();
        double scenarios = network.scenarios().stream()
                .filter(scenario -> scenario.perYear() > 0)
                .mapToDouble(scenario ->
                        scenario.perYear() * Aftermath.of(network, scenario).officeHours())
                .sum();
        return failures + scenarios;
    }

    private static List<Gain> gains(Network network, double now, Effort effort) {
        var gains = new ArrayList<Gain>();
        for (var candidate : network.candidates()) {
            if (effort.isOver()) break;
            effort.tell("次の投資 %s".formatted(candidate.link().name()));
            gains.add(new Gain(candidate, now - hoursPerYear(network.with(Set.of(candidate)))));
        }
        gains.sort(Comparator.comparingDouble(Gain::savedPerMillionYen)
                .reversed()
                .thenComparing(gain -> gain.candidate().link().id()));
        return gains;
    }

    private static List<Gain> sequence(Network network, double now, List<Gain> first, Effort effort) {
        var sequence = new ArrayList<Gain>();
        var left = network;
        long budget = network.budgetYen() > 0 ? network.budgetYen() : Long.MAX_VALUE;
        var gains = first;
        double hours = now;
        while (!effort.isOver()) {
            long affordable = budget;
            var best = gains.stream()
                    .filter(gain -> gain.candidate().yen() <= affordable && gain.savedPerYear() > NOTHING)
                    .findFirst();
            if (best.isEmpty()) break;
            sequence.add(best.get());
            budget -= best.get().candidate().yen();
            hours -= best.get().savedPerYear();
            left = left.with(Set.of(best.get().candidate()));
            gains = gains(left, hours, effort);
        }
        return sequence;
    }

    public double saved() {
        return sequence.stream().mapToDouble(Gain::savedPerYear).sum();
    }

    public long yen() {
        return sequence.stream().mapToLong(gain -> gain.candidate().yen()).sum();
    }
}
