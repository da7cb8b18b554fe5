package noroshi.planning.packing;

/**
 * Where everything is, with every figure kept up to date. Three moves, each tried against a limit (how much dearer it may get)
 * and done at once if it is allowed: one item shifts; two swap; one pushes another out of its bin (a chain).
 */
final class Assignment {

    private final Flat flat;
    private final int[] at;
    private final Loads loads;
    private final Fates fates;
    private final MovedGroups moved;
    private final int[][] inBin;
    private final int[] count;
    private final int[] position;
    private long cost;

    Assignment(Packing packing, Flat flat, int[] places) {
        this.flat = flat;
        at = places.clone();
        loads = new Loads(flat, at);
        fates = new Fates(packing, flat, at);
        moved = new MovedGroups(flat, at);
        inBin = new int[flat.bins][8];
        count = new int[flat.bins];
        position = new int[flat.items];
        for (int item = 0; item < flat.items; item++) enter(item, at[item]);
        for (int bin = 0; bin < flat.bins; bin++) cost += loads.cost(bin);
        for (int item = 0; item < flat.items; item++) cost += flat.moveCost(item, at[item]);
        cost += moved.most() * flat.groupWeight;
    }

    long cost() {
        return cost;
    }

    int[] places() {
        return at.clone();
    }

    int at(int item) {
        return at[item];
    }

    int count(int bin) {
        return count[bin];
    }

    int item(int bin, int index) {
        return inBin[bin][index];
    }

    long binCost(int bin) {
        return loads.cost(bin);
    }

    boolean shift(int item, int to, double limit) {
        int from = at[item];
        if (from == to || lacks(item, to) || fates.isTaken(flat.group[item], to)) return false;
        if (!loads.fits(to, flat.nothing, item)) return false;
        long delta = moveDelta(item, to) + loads.delta(from, item, flat.nothing) + loads.delta(to, flat.nothing, item);
        // The price of the most moved group is at most one step: whoever is above the limit by more need not ask.
        if (delta - flat.groupWeight > limit || !fates.allows(item, from, to)) return false;
        int step = away(item, to) - away(item, from);
        int most = moved.most();
        moved.change(flat.group[item], step);
        delta += (moved.most() - most) * flat.groupWeight;
        if (delta > limit) {
            moved.change(flat.group[item], -step);
            return false;
        }
        fates.move(item, from, to);
        loads.change(from, item, flat.nothing);
        loads.change(to, flat.nothing, item);
        leave(item, from);
        enter(item, to);
        cost += delta;
        return true;
    }

    boolean swap(int one, int other, double limit) {
        int here = at[one];
        int there = at[other];
        if (here == there || lacks(one, there) || lacks(other, here)) return false;
        if (!loads.fits(there, other, one) || !loads.fits(here, one, other)) return false;
        long delta = moveDelta(one, there) + moveDelta(other, here);
        delta += loads.delta(here, one, other) + loads.delta(there, other, one);
        if (delta - 2 * flat.groupWeight > limit) return false;
        boolean sameGroup = flat.group[one] == flat.group[other];
        if (!sameGroup && !fates.allows(one, here, there)) return false;
        if (!sameGroup) fates.move(one, here, there);
        if (!sameGroup && !fates.allows(other, there, here)) {
            fates.move(one, there, here);
            return false;
        }
        delta = withGroups(delta, one, there, other, here);
        if (delta > limit) {
            countBack(one, there, other, here);
            if (!sameGroup) fates.move(one, there, here);
            return false;
        }
        if (!sameGroup) fates.move(other, there, here);
        loads.change(here, one, other);
        loads.change(there, other, one);
        leave(one, here);
        leave(other, there);
        enter(one, there);
        enter(other, here);
        cost += delta;
        return true;
    }

    /** The pusher takes the pushed one's bin; that one goes to a third. */
    boolean chain(int pusher, int pushed, int third, double limit) {
        int from = at[pusher];
        int middle = at[pushed];
        if (from == middle || third == middle || third == from || lacks(pusher, middle) || lacks(pushed, third))
            return false;
        if (!loads.fits(middle, pushed, pusher) || !loads.fits(third, flat.nothing, pushed)) return false;
        long delta = moveDelta(pusher, middle) + moveDelta(pushed, third);
        delta += loads.delta(from, pusher, flat.nothing) + loads.delta(middle, pushed, pusher);
        delta += loads.delta(third, flat.nothing, pushed);
        if (delta - 2 * flat.groupWeight > limit || !fates.allows(pushed, middle, third)) return false;
        fates.move(pushed, middle, third);
        if (!fates.allows(pusher, from, middle)) {
            fates.move(pushed, third, middle);
            return false;
        }
        delta = withGroups(delta, pusher, middle, pushed, third);
        if (delta > limit) {
            countBack(pusher, middle, pushed, third);
            fates.move(pushed, third, middle);
            return false;
        }
        fates.move(pusher, from, middle);
        loads.change(from, pusher, flat.nothing);
        loads.change(middle, pushed, pusher);
        loads.change(third, flat.nothing, pushed);
        leave(pusher, from);
        leave(pushed, middle);
        enter(pusher, middle);
        enter(pushed, third);
        cost += delta;
        return true;
    }

    /** The difference of the two moves with the price of the most moved group, which is counted on at once. */
    private long withGroups(long delta, int one, int to, int other, int otherTo) {
        int most = moved.most();
        moved.change(flat.group[one], away(one, to) - away(one, at[one]));
        moved.change(flat.group[other], away(other, otherTo) - away(other, at[other]));
        return delta + (moved.most() - most) * flat.groupWeight;
    }

    private void countBack(int one, int to, int other, int otherTo) {
        moved.change(flat.group[one], away(one, at[one]) - away(one, to));
        moved.change(flat.group[other], away(other, at[other]) - away(other, otherTo));
    }

    private boolean lacks(int item, int bin) {
        return (flat.needs[item] & ~flat.offers[bin]) != 0;
    }

    private long moveDelta(int item, int to) {
        return flat.moveCost(item, to) - flat.moveCost(item, at[item]);
    }

    private int away(int item, int bin) {
        return flat.home[item] == bin ? 0 : 1;
    }

    private void enter(int item, int bin) {
        if (count[bin] == inBin[bin].length) inBin[bin] = java.util.Arrays.copyOf(inBin[bin], 2 * count[bin]);
        inBin[bin][count[bin]] = item;
        position[item] = count[bin]++;
        at[item] = bin;
    }

    private void leave(int item, int bin) {
        int last = inBin[bin][--count[bin]];
        inBin[bin][position[item]] = last;
        position[last] = position[item];
    }
}
