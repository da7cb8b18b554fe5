package noroshi.planning.network.lan;

import java.util.List;

/**
 * Equipment to renew, and when work may be done.
 *
 * @param windows in the order of time
 */
public record Renewal(List<Item> items, List<Window> windows, List<Budget> budgets) {

    public static final Renewal NONE = new Renewal(List.of(), List.of(), List.of());

    /**
     * @param weight how much it matters that this is early
     * @param after  ids of items that must be renewed in an earlier window
     * @param apart  ids of items that never share a window with this: each stands in for the other
     */
    public record Item(
            String id,
            String name,
            String building,
            long yen,
            int outageMinutes,
            double weight,
            List<String> after,
            List<String> apart) {

        public Item {
            after = List.copyOf(after);
            apart = List.copyOf(apart);
        }
    }

    /** @param minutes how long one building may be without its network */
    public record Window(String id, String name, int year, int minutes) {}

    public record Budget(int year, long yen) {}

    public Renewal {
        items = List.copyOf(items);
        windows = List.copyOf(windows);
        budgets = List.copyOf(budgets);
    }
}
