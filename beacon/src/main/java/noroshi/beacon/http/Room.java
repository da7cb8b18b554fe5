package noroshi.beacon.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Who must give memory back when a loop has no more of it.
 *
 * @param held what a connection holds of the budget
 * @param spared so many of the last holders keep it, however much it is
 */
record Room(Inbox.Budget budget, ToLongFunction<Connection> held, int spared) {

    /** @param oldest of all connections of the loop */
    void make(@Nullable Connection oldest) {
        while (!budget.isAtEase()) {
            var holders = holders(oldest);
            if (holders.size() <= spared) return;
            for (var one : greediest(holders)) {
                if (budget.isAtEase() || holders.size() <= spared) return;
                one.giveWay();
                holders.remove(one);
            }
        }
    }

    private List<Connection> holders(@Nullable Connection oldest) {
        var holders = new ArrayList<Connection>();
        for (var one = oldest; one != null; one = one.after) if (held.applyAsLong(one) > 0) holders.add(one);
        return holders;
    }

    /** All of the address that holds most together, the greatest first. */
    private List<Connection> greediest(List<Connection> holders) {
        var together = new HashMap<AddressBlock, Long>();
        for (var one : holders) together.merge(one.address(), held.applyAsLong(one), Long::sum);
        var most =
                together.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return holders.stream()
                .filter(one -> one.address().equals(most.getKey()))
                .sorted(Comparator.comparingLong(held).reversed())
                .toList();
    }
}
