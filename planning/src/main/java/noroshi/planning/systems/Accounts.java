package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What choices cost, year by year, and what they violate: counted from the portfolio alone, with nothing of the solver, so that a plan is
 * believed because it was counted again.
 *
 * @param upkeep     by year: what is paid every year
 * @param once       by year: single payments, openings and exits
 * @param violations in words; empty: the plan keeps every rule
 */
public record Accounts(List<Long> upkeep, List<Long> once, List<String> violations) {

    public Accounts {
        upkeep = List.copyOf(upkeep);
        once = List.copyOf(once);
        violations = List.copyOf(violations);
    }

    public long total() {
        return upkeep.stream().mapToLong(Long::longValue).sum()
                + once.stream().mapToLong(Long::longValue).sum();
    }

    /** @param hosts how many of each are in use, by host and year */
    static Accounts of(Portfolio portfolio, List<Choice> choices, int[][] hosts) {
        return new Count(portfolio, choices, hosts).accounts();
    }

    private static final class Count {

        private final Portfolio portfolio;
        private final List<Choice> choices;
        private final int[][] hosts;
        private final long[] upkeep;
        private final long[] once;
        private final long[] days;
        private final long[] changes;
        private final List<String> violations = new ArrayList<>();

        Count(Portfolio portfolio, List<Choice> choices, int[][] hosts) {
            this.portfolio = portfolio;
            this.choices = choices;
            this.hosts = hosts;
            upkeep = new long[portfolio.years()];
            once = new long[portfolio.years()];
            days = new long[portfolio.years()];
            changes = new long[portfolio.years()];
        }

        Accounts accounts() {
            var users = new int[portfolio.assets().size()][portfolio.years()];
            for (int s = 0; s < choices.size(); s++) system(portfolio.systems().get(s), choices.get(s), users);
            for (int a = 0; a < users.length; a++) asset(portfolio.assets().get(a), users[a]);
            for (int h = 0; h < hosts.length; h++) host(portfolio.hosts().get(h), hosts[h]);
            limits();
            return new Accounts(list(upkeep), list(once), violations);
        }

        private void system(Portfolio.InformationSystem system, Choice choice, int[][] users) {
            if (choice.isKeep() ? system.keptTill() < portfolio.years() - 1 : choice.year() > system.keptTill() + 1)
                violations.add(system.id() + ": stays as it is for too long");
            for (int year = 0; year < portfolio.years(); year++) {
                var option = choice.changedBy(year) ? system.options().get(choice.option()) : null;
                upkeep[year] += option == null
                        ? system.yearly().get(year)
                        : option.yearly().get(year);
                for (int asset : option == null ? system.uses() : option.uses()) users[asset][year]++;
            }
            if (!choice.isKeep()) change(system, choice);
        }

        private void change(Portfolio.InformationSystem system, Choice choice) {
            var option = system.options().get(choice.option());
            once[choice.year()] += option.once();
            days[choice.year()] += option.staffDays();
            changes[choice.year()]++;
            if (choice.year() < option.earliest() || choice.year() > option.latest())
                violations.add(system.id() + ": changes too early or too late");
            if (option.into() < 0) return;
            var into = choices.get(option.into());
            if (into.isKeep()) return;
            var other = portfolio.systems().get(option.into()).options().get(into.option());
            if (other.kind() == Portfolio.OptionKind.MERGE || other.kind() == Portfolio.OptionKind.RETIRE)
                violations.add(system.id() + ": is merged into a system that goes away");
        }

        private void asset(Portfolio.Asset asset, int[] users) {
            boolean before = asset.inUse();
            for (int year = 0; year < users.length; year++) {
                boolean used = users[year] > 0;
                if (used) upkeep[year] += asset.yearly().get(year);
                if (used && !before) once[year] += asset.opening();
                if (!used && before && year <= asset.until()) once[year] += asset.exit();
                before = used;
            }
            // A joint platform gathers its members over the years; at the end they must be enough.
            int last = users[users.length - 1];
            if (last > 0 && last < asset.least())
                violations.add("%s: %d use it, at least %d must".formatted(asset.id(), last, asset.least()));
        }

        private void host(Portfolio.Host host, int[] count) {
            int before = 0;
            for (int year = 0; year < count.length; year++) {
                if (count[year] < before || count[year] > host.count())
                    violations.add("%s: %d after %d of %d".formatted(host.id(), count[year], before, host.count()));
                upkeep[year] += count[year] * host.yearly().get(year);
                once[year] += (count[year] - before) * host.opening();
                before = count[year];
            }
        }

        private void limits() {
            var limits = portfolio.limits();
            for (int year = 0; year < upkeep.length; year++) {
                var when = portfolio.first() + year + ": ";
                if (upkeep[year] > portfolio.upkeepMax(year)) violations.add(when + "the upkeep misses the target");
                if (once[year] > limits.once()) violations.add(when + "single payments above the limit");
                if (days[year] > limits.staffDays()) violations.add(when + "too many days of officers");
                if (changes[year] > limits.changes()) violations.add(when + "too many changes");
            }
        }

        private static List<Long> list(long[] values) {
            return Arrays.stream(values).boxed().toList();
        }
    }
}
