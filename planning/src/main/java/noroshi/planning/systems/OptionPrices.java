package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What each option costs more or less over all years than leaving everything as it is, if it were the only change: in its best year, with
 * the share of a host that a virtual machine takes. This is where a promised saving is seen to be none.
 */
public final class OptionPrices {

    /**
     * @param more in yen over all years; below 0: it saves
     * @param year the year of the change in which that is least
     */
    public record Price(int system, int option, int year, long more) {}

    private final Portfolio portfolio;
    private final int[][] noHosts;
    private final long asItIs;

    private OptionPrices(Portfolio portfolio) {
        this.portfolio = portfolio;
        noHosts = new int[portfolio.hosts().size()][portfolio.years()];
        asItIs = Accounts.of(portfolio, keepAll(), noHosts).total();
    }

    public static List<Price> of(Portfolio portfolio) {
        var prices = new OptionPrices(portfolio);
        var list = new ArrayList<Price>();
        for (int s = 0; s < portfolio.systems().size(); s++)
            for (int o = 0; o < portfolio.systems().get(s).options().size(); o++) list.add(prices.best(s, o));
        return list;
    }

    private List<Choice> keepAll() {
        return new ArrayList<>(Collections.nCopies(portfolio.systems().size(), Choice.KEEP));
    }

    private Price best(int system, int index) {
        var option = portfolio.systems().get(system).options().get(index);
        var best = new Price(system, index, option.earliest(), Long.MAX_VALUE);
        for (int year = option.earliest(); year <= option.latest(); year++) {
            var choices = keepAll();
            choices.set(system, new Choice(index, year));
            long more = Accounts.of(portfolio, choices, noHosts).total() - asItIs + hostShare(system, option, year);
            if (more < best.more()) best = new Price(system, index, year, more);
        }
        return best;
    }

    private long hostShare(int s, Portfolio.Option option, int year) {
        if (option.kind() != Portfolio.OptionKind.VIRTUALISE) return 0;
        var system = portfolio.systems().get(s);
        double least = Double.MAX_VALUE;
        for (var host : portfolio.hosts()) {
            if (!host.pool().equals(option.pool())) continue;
            double share = 0;
            for (int r = 0; r < system.needs().size(); r++)
                share = Math.max(
                        share, (double) system.needs().get(r) / host.capacity().get(r));
            long price = host.opening();
            for (int later = year; later < portfolio.years(); later++)
                price += host.yearly().get(later);
            least = Math.min(least, share * price);
        }
        return Math.round(least * (system.standby() ? 2 : 1));
    }
}
