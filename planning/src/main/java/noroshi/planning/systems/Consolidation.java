package noroshi.planning.systems;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import noroshi.planning.packing.Packing;
import noroshi.planning.packing.PackingSearch;
import noroshi.planning.search.Effort;

/**
 * Puts the virtual machines on the hosts that are bought, so that two copies share no hazard zone, feeder or trunk. Two nowheres are
 * added, bins that anything fits into but that cost; the search is done when nobody is there.
 */
final class Consolidation {

    private static final long ANYTHING = Long.MAX_VALUE / 1_000_000;
    private static final int NOWHERES = 2;
    private static final int THREADS = 2;

    /** @param host index into the portfolio's hosts; @param number which of them, from 0; @param year from which it is there */
    private record Bought(int host, int number, int year) {}

    private final Portfolio portfolio;
    private final List<Virtual> machines;
    private final List<Bought> bought = new ArrayList<>();
    private final List<String> pools;

    /** @param hosts how many of each are in use, by host and year */
    Consolidation(Portfolio portfolio, List<Virtual> machines, int[][] hosts) {
        this.portfolio = portfolio;
        this.machines = machines;
        pools = portfolio.hosts().stream().map(Portfolio.Host::pool).distinct().toList();
        for (int h = 0; h < hosts.length; h++) {
            int before = 0;
            for (int year = 0; year < portfolio.years(); year++)
                for (; before < hosts[h][year]; before++) bought.add(new Bought(h, before, year));
        }
    }

    /** Where each machine's copies are; empty if no place was found for one. */
    Optional<List<Placement>> place(Effort effort, long seed) {
        if (machines.isEmpty()) return Optional.of(List.of());
        var at = PackingSearch.best(packing(), effort, THREADS, seed, 0);
        var placements = new ArrayList<Placement>();
        int item = 0;
        for (var machine : machines)
            for (int copy = 0; copy < machine.copies(); copy++, item++) {
                if (at[item] >= bought.size()) return Optional.empty();
                var place = bought.get(at[item]);
                placements.add(new Placement(machine.system(), copy, place.host(), place.number()));
            }
        return Optional.of(placements);
    }

    private Packing packing() {
        var resources = new ArrayList<Packing.Resource>();
        for (int r = 0; r < portfolio.resources().size(); r++) resources.add(new Packing.Resource(false, 0));
        resources.add(new Packing.Resource(false, 1));
        var items = new ArrayList<Packing.Item>();
        for (int m = 0; m < machines.size(); m++)
            for (int copy = 0; copy < machines.get(m).copies(); copy++)
                items.add(
                        new Packing.Item(m, bought.size() + copy, traits(machines.get(m)), demand(machines.get(m)), 0));
        return new Packing(
                resources,
                bins(),
                items,
                Collections.nCopies(machines.size(), new Packing.Group(List.of())),
                spreads(),
                List.of(),
                new Packing.Weights(0, 0, 0));
    }

    /** What a machine takes; last its size, which is what being nowhere costs. */
    private List<Long> demand(Virtual machine) {
        var demand = new ArrayList<>(machine.needs());
        long size = 1;
        for (int r = 0; r < machine.needs().size(); r++) {
            long largest = 1;
            for (var host : portfolio.hosts())
                largest = Math.max(largest, host.capacity().get(r));
            size += 1000 * machine.needs().get(r) / largest;
        }
        demand.add(size);
        return demand;
    }

    private List<Packing.Bin> bins() {
        int count = bought.size() + NOWHERES;
        var free = Collections.nCopies(count, 0);
        var bins = new ArrayList<Packing.Bin>();
        for (var host : bought) {
            var capacity = new ArrayList<>(portfolio.hosts().get(host.host()).capacity());
            capacity.add(ANYTHING);
            bins.add(new Packing.Bin(0, traits(host), capacity, capacity, free));
        }
        var anything = new ArrayList<>(Collections.nCopies(portfolio.resources().size() + 1, ANYTHING));
        var nothing = new ArrayList<>(anything);
        nothing.set(portfolio.resources().size(), 0L);
        for (int i = 0; i < NOWHERES; i++) bins.add(new Packing.Bin(0, -1L, anything, nothing, free));
        return bins;
    }

    /** A machine needs its pool, and a host that is there in its first year. */
    private long traits(Virtual machine) {
        return 1L << machine.year() | 1L << portfolio.years() + pools.indexOf(machine.pool());
    }

    private long traits(Bought host) {
        long years = 0;
        for (int year = host.year(); year < portfolio.years(); year++) years |= 1L << year;
        return years
                | 1L
                        << portfolio.years()
                                + pools.indexOf(
                                        portfolio.hosts().get(host.host()).pool());
    }

    /** Each fate is a spread of its own: all bins in it have one label, all others a label for themselves. */
    private List<Packing.Spread> spreads() {
        var least = machines.stream().map(Virtual::copies).toList();
        var fates = new TreeSet<String>();
        for (var host : bought) fates.addAll(building(host).fates());
        var spreads = new ArrayList<Packing.Spread>();
        for (var fate : fates) spreads.add(new Packing.Spread(labels(fate), least));
        // A building is a fate as well.
        for (int b = 0; b < portfolio.buildings().size(); b++) {
            int building = b;
            if (bought.stream()
                            .filter(host -> portfolio.hosts().get(host.host()).building() == building)
                            .count()
                    > 1) spreads.add(new Packing.Spread(labels(building), least));
        }
        return spreads;
    }

    private List<Integer> labels(String fate) {
        var labels = new ArrayList<Integer>();
        for (var host : bought) labels.add(building(host).fates().contains(fate) ? 0 : labels.size() + 1);
        return withNowheres(labels);
    }

    private List<Integer> labels(int building) {
        var labels = new ArrayList<Integer>();
        for (var host : bought)
            labels.add(portfolio.hosts().get(host.host()).building() == building ? 0 : labels.size() + 1);
        return withNowheres(labels);
    }

    private static List<Integer> withNowheres(List<Integer> labels) {
        for (int i = 0; i < NOWHERES; i++) labels.add(labels.size() + 1);
        return labels;
    }

    private Portfolio.Building building(Bought host) {
        return portfolio.buildings().get(portfolio.hosts().get(host.host()).building());
    }
}
