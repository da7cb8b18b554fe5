package noroshi.planning.packing;

import java.util.ArrayList;
import java.util.List;

/**
 * The model once more, in flat arrays for the search. One item more than the model has, {@link #nothing}: it takes no room and
 * lives nowhere, so that "one out, one in" is the only change of a bin that has to be computed.
 */
final class Flat {

    final int resources;
    final int bins;
    final int items;
    final int nothing;
    final boolean[] inTransit;
    final long[] overloadWeight;
    final long[] capacity;
    final long[] comfortable;
    final long[] demand;
    final int[] home;
    final int[] group;
    final long[] needs;
    final long[] offers;
    final long[] itemMove;
    final int[] binMove;
    final long binWeight;
    final long groupWeight;
    final int groups;
    final Packing.Balance[] balances;

    Flat(Packing packing) {
        resources = packing.resources().size();
        bins = packing.bins().size();
        items = packing.items().size();
        groups = packing.groups().size();
        nothing = items;
        inTransit = new boolean[resources];
        overloadWeight = new long[resources];
        for (int r = 0; r < resources; r++) {
            inTransit[r] = packing.resources().get(r).inTransit();
            overloadWeight[r] = packing.resources().get(r).overloadWeight();
        }
        capacity = flat(packing.bins().stream().map(Packing.Bin::capacity).toList(), bins);
        comfortable = flat(packing.bins().stream().map(Packing.Bin::comfortable).toList(), bins);
        demand = flat(packing.items().stream().map(Packing.Item::demand).toList(), items + 1);
        offers = packing.bins().stream().mapToLong(Packing.Bin::offers).toArray();
        binMove = binMove(packing);
        home = new int[items + 1];
        group = new int[items + 1];
        needs = new long[items + 1];
        itemMove = new long[items + 1];
        for (int i = 0; i < items; i++) {
            var item = packing.items().get(i);
            home[i] = item.at();
            group[i] = item.group();
            needs[i] = item.needs();
            itemMove[i] = item.moveCost() * packing.weights().item();
        }
        home[nothing] = -1;
        binWeight = packing.weights().bin();
        groupWeight = packing.weights().group();
        balances = packing.balances().toArray(Packing.Balance[]::new);
    }

    private long[] flat(List<List<Long>> rows, int count) {
        var flat = new long[count * resources];
        int at = 0;
        for (var row : new ArrayList<>(rows)) for (long value : row) flat[at++] = value;
        return flat;
    }

    private static int[] binMove(Packing packing) {
        int bins = packing.bins().size();
        var cost = new int[bins * bins];
        for (int from = 0; from < bins; from++) {
            int to = 0;
            for (int value : packing.bins().get(from).moveCost()) cost[from * bins + to++] = value;
        }
        return cost;
    }

    /** What it costs that the item is there and not at home. */
    long moveCost(int item, int bin) {
        int from = home[item];
        return from == bin ? 0 : itemMove[item] + binMove[from * bins + bin] * binWeight;
    }
}
