package noroshi.planning.packing;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Items to be put into bins. The semantics are those of the ROADEF/EURO challenge 2012 (machine reassignment), with several
 * dimensions of spread instead of one and with traits that an item needs and a bin offers.
 *
 * @param resources what items take and bins have
 * @param bins      where items can be
 * @param items     what is put somewhere; each has a place already
 * @param groups    items of one group never share a bin
 * @param spreads   fates that the items of a group must not share too much: hazard zone, power feeder, trunk route
 * @param balances  wished ratios of what remains free
 * @param weights   what moving costs
 */
public record Packing(
        List<Resource> resources,
        List<Bin> bins,
        List<Item> items,
        List<Group> groups,
        List<Spread> spreads,
        List<Balance> balances,
        Weights weights) {

    public static final int TRAITS_MAX = 63;

    public Packing {
        resources = List.copyOf(resources);
        bins = List.copyOf(bins);
        items = List.copyOf(items);
        groups = List.copyOf(groups);
        spreads = List.copyOf(spreads);
        balances = List.copyOf(balances);
    }

    /**
     * @param inTransit      an item that moves takes it in the old and in the new bin
     * @param overloadWeight price of a unit above what is comfortable
     */
    public record Resource(boolean inTransit, long overloadWeight) {}

    /**
     * @param neighbourhood number from 0; a group that depends on another runs where that one runs
     * @param offers        traits as bits
     * @param capacity      by resource, never exceeded
     * @param comfortable   by resource, at most the capacity; above it every unit has its price
     * @param moveCost      of an item that moves from here, by the bin it goes to
     */
    public record Bin(
            int neighbourhood, long offers, List<Long> capacity, List<Long> comfortable, List<Integer> moveCost) {
        public Bin {
            capacity = List.copyOf(capacity);
            comfortable = List.copyOf(comfortable);
            moveCost = List.copyOf(moveCost);
        }
    }

    /**
     * @param group    number of its group
     * @param at       the bin it is in before anything moves
     * @param needs    traits as bits: a bin must offer all of them (the one it is in as well)
     * @param demand   by resource
     * @param moveCost of moving it at all
     */
    public record Item(int group, int at, long needs, List<Long> demand, long moveCost) {
        public Item {
            demand = List.copyOf(demand);
        }
    }

    /** @param dependsOn groups one of whose items must be in the neighbourhood of each item of this group */
    public record Group(List<Integer> dependsOn) {
        public Group {
            dependsOn = List.copyOf(dependsOn);
        }
    }

    /**
     * @param label what fate each bin shares: a number from 0 by bin
     * @param min   on how many different labels the items of each group must be, by group; 0 and 1: no wish
     */
    public record Spread(List<Integer> label, List<Integer> min) {
        public Spread {
            label = List.copyOf(label);
            min = List.copyOf(min);
        }
    }

    /** For each unit of {@code first} that is free, {@code target} units of {@code second} should be. */
    public record Balance(int first, int second, long target, long weight) {}

    /**
     * @param item  of each item's own price of moving
     * @param group of the largest number of items that moved in one group
     * @param bin   of the price from bin to bin
     */
    public record Weights(long item, long group, long bin) {}

    /** The assignment before anything moves. */
    public int[] initial() {
        return items.stream().mapToInt(Item::at).toArray();
    }

    /** The items of each group. */
    int[][] members() {
        var count = new int[groups.size()];
        for (var item : items) count[item.group()]++;
        var members = IntStream.range(0, groups.size())
                .mapToObj(group -> new int[count[group]])
                .toArray(int[][]::new);
        for (int item = items.size() - 1; item >= 0; item--) {
            int group = items.get(item).group();
            members[group][--count[group]] = item;
        }
        return members;
    }
}
