package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import noroshi.planning.systems.ChoiceModel.Column;
import noroshi.planning.systems.LinearModel.Variable;

/**
 * Hosts are bought by number. What must hold for every placement is asked for: the pool as a whole is large enough, and what lies
 * outside any single fate is large enough for one copy of everything that has a standby.
 */
final class HostModel {

    /** Added to a machine if both happen: it is virtual by that year, and another is merged into it. */
    private record Demand(Sum[] first, Sum[] second) {}

    private final Portfolio portfolio;
    private final LinearModel model;
    private final List<List<Column>> columns;
    private final Sum[] upkeep;
    private final Sum[] once;

    HostModel(Portfolio portfolio, LinearModel model, List<List<Column>> columns, Sum[] upkeep, Sum[] once) {
        this.portfolio = portfolio;
        this.model = model;
        this.columns = columns;
        this.upkeep = upkeep;
        this.once = once;
    }

    Variable[][] add(double room) {
        var hosts = new Variable[portfolio.hosts().size()][];
        for (int h = 0; h < hosts.length; h++)
            hosts[h] = counts(portfolio.hosts().get(h));
        for (var pool : new TreeSet<>(
                portfolio.hosts().stream().map(Portfolio.Host::pool).toList()))
            for (int year = 0; year < portfolio.years(); year++) enough(hosts, pool, year, room);
        return hosts;
    }

    private Variable[] counts(Portfolio.Host host) {
        var counts = new Variable[portfolio.years()];
        for (int year = 0; year < counts.length; year++) {
            counts[year] = model.whole(0, host.count());
            upkeep[year].add(counts[year], host.yearly().get(year));
            once[year].add(counts[year], host.opening());
            if (year == 0) continue;
            once[year].add(counts[year - 1], -host.opening());
            model.atMost(new Sum().add(counts[year - 1]).add(counts[year], -1), 0);
        }
        return counts;
    }

    private void enough(Variable[][] hosts, String pool, int year, double room) {
        var demand = demand(pool, year);
        if (demand == null) return;
        var fates = new TreeSet<String>();
        for (var host : portfolio.hosts()) if (host.pool().equals(pool)) fates.addAll(fates(host));
        for (int r = 0; r < portfolio.resources().size(); r++) {
            capacity(hosts, pool, year, r, room, host -> true, demand.first()[r], demand.second()[r]);
            for (var fate : fates)
                capacity(
                        hosts,
                        pool,
                        year,
                        r,
                        room,
                        host -> !fates(portfolio.hosts().get(host)).contains(fate),
                        demand.second()[r]);
        }
    }

    private List<String> fates(Portfolio.Host host) {
        var fates = new ArrayList<>(portfolio.buildings().get(host.building()).fates());
        fates.add("building:" + host.building());
        return fates;
    }

    private void capacity(
            Variable[][] hosts,
            String pool,
            int year,
            int resource,
            double room,
            IntPredicate counted,
            Sum... demands) {
        var free = new Sum();
        for (int h = 0; h < hosts.length; h++) {
            var host = portfolio.hosts().get(h);
            if (host.pool().equals(pool) && counted.test(h))
                free.add(hosts[h][year], (long) Math.floor(host.capacity().get(resource) * room));
        }
        for (var demand : demands) free.add(demand, -1);
        model.atLeast(free, 0);
    }

    /** What the pool's machines take in the year, first copies and standbys apart, by resource; null: none could be there. */
    private @org.jspecify.annotations.Nullable Demand demand(String pool, int year) {
        var first = sums();
        var second = sums();
        boolean any = false;
        for (int s = 0; s < columns.size(); s++) {
            var system = portfolio.systems().get(s);
            var virtual = virtual(s, pool, year);
            if (virtual.isEmpty()) continue;
            any = true;
            for (var column : virtual) takes(column.taken(), system.needs(), system.standby(), first, second);
            mergedInto(s, virtual, year, (both, adds) -> takes(both, adds, system.standby(), first, second));
        }
        return any ? new Demand(first, second) : null;
    }

    private Sum[] sums() {
        var sums = new Sum[portfolio.resources().size()];
        for (int r = 0; r < sums.length; r++) sums[r] = new Sum();
        return sums;
    }

    private static void takes(Variable taken, List<Long> needs, boolean standby, Sum[] first, Sum[] second) {
        for (int r = 0; r < first.length; r++) {
            first[r].add(taken, needs.get(r));
            if (standby) second[r].add(taken, needs.get(r));
        }
    }

    private List<Column> virtual(int s, String pool, int year) {
        return columns.get(s).stream()
                .filter(column ->
                        column.choice().changedBy(year) && option(column).pool().equals(pool))
                .toList();
    }

    private interface Merged {
        void both(Variable both, List<Long> adds);
    }

    private void mergedInto(int into, List<Column> virtual, int year, Merged merged) {
        for (var list : columns)
            for (var column : list) {
                // Room is kept from the machine's first year, even if the merger comes later: machines do not move.
                if (column.choice().isKeep() || option(column).into() != into) continue;
                if (option(column).adds().stream().allMatch(amount -> amount == 0)) continue;
                var both = model.yesOrNo();
                var sum = new Sum().add(column.taken()).add(both, -1);
                for (var one : virtual) sum.add(one.taken());
                model.atMost(sum, 1);
                merged.both(both, option(column).adds());
            }
    }

    private Portfolio.Option option(Column column) {
        return portfolio
                .systems()
                .get(column.system())
                .options()
                .get(column.choice().option());
    }
}
