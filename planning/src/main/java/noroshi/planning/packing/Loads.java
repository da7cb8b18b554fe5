package noroshi.planning.packing;

/** How full the bins are, and what that costs. Every change of a bin is "this item out, that item in". */
final class Loads {

    private final Flat flat;
    private final long[] used;
    private final long[] held;
    private final long[] cost;
    private final long[] after;

    /** @param at where every item is */
    Loads(Flat flat, int[] at) {
        this.flat = flat;
        used = new long[flat.bins * flat.resources];
        held = new long[flat.bins * flat.resources];
        cost = new long[flat.bins];
        after = new long[flat.resources];
        for (int item = 0; item < flat.items; item++) place(item, at[item]);
        for (int bin = 0; bin < flat.bins; bin++) cost[bin] = costAfter(bin, flat.nothing, flat.nothing);
    }

    private void place(int item, int bin) {
        for (int r = 0; r < flat.resources; r++) {
            long demand = flat.demand[item * flat.resources + r];
            used[bin * flat.resources + r] += demand;
            held[bin * flat.resources + r] += demand;
            if (flat.inTransit[r] && flat.home[item] != bin) held[flat.home[item] * flat.resources + r] += demand;
        }
    }

    /** Whether the capacities hold when one item leaves and another comes. */
    boolean fits(int bin, int out, int in) {
        int resources = flat.resources;
        int row = bin * resources;
        int rowIn = in * resources;
        int rowOut = out * resources;
        boolean home = flat.home[in] == bin;
        boolean left = flat.home[out] == bin;
        for (int r = 0; r < resources; r++) {
            // What is needed in transit is held for an item that lives here, whether it is here or not.
            long demand = home && flat.inTransit[r] ? 0 : flat.demand[rowIn + r];
            long freed = left && flat.inTransit[r] ? 0 : flat.demand[rowOut + r];
            if (held[row + r] + demand - freed > flat.capacity[row + r] && demand > freed) return false;
        }
        return true;
    }

    /** How much dearer the bin gets when one item leaves and another comes. */
    long delta(int bin, int out, int in) {
        return costAfter(bin, out, in) - cost[bin];
    }

    private long costAfter(int bin, int out, int in) {
        int resources = flat.resources;
        int row = bin * resources;
        int rowIn = in * resources;
        int rowOut = out * resources;
        long sum = 0;
        for (int r = 0; r < resources; r++) {
            long load = used[row + r] + flat.demand[rowIn + r] - flat.demand[rowOut + r];
            after[r] = load;
            long over = load - flat.comfortable[row + r];
            if (over > 0) sum += over * flat.overloadWeight[r];
        }
        for (var balance : flat.balances) {
            long first = flat.capacity[row + balance.first()] - after[balance.first()];
            long second = flat.capacity[row + balance.second()] - after[balance.second()];
            long missing = balance.target() * first - second;
            if (missing > 0) sum += missing * balance.weight();
        }
        return sum;
    }

    void change(int bin, int out, int in) {
        cost[bin] = costAfter(bin, out, in);
        int row = bin * flat.resources;
        boolean home = flat.home[in] == bin;
        boolean left = flat.home[out] == bin;
        for (int r = 0; r < flat.resources; r++) {
            long demand = flat.demand[in * flat.resources + r];
            long freed = flat.demand[out * flat.resources + r];
            used[row + r] += demand - freed;
            held[row + r] += (home && flat.inTransit[r] ? 0 : demand) - (left && flat.inTransit[r] ? 0 : freed);
        }
    }

    long cost(int bin) {
        return cost[bin];
    }
}
