package noroshi.planning.network.lan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import noroshi.planning.network.lan.Renewal.Item;
import noroshi.planning.network.lan.Renewal.Window;
import noroshi.planning.search.Effort;

/**
 * In which window each item is renewed: what matters most first, as early as order, budget, outage and stand-ins allow. Depth-first with a
 * bound; the first descent is the greedy plan, so that an ended search still has one.
 *
 * @param lateness the sum over all items of weight × number of the window, from 0
 * @param unplaced items that no window takes; they cost one window more than there are
 * @param proven   nothing is better
 */
public record RenewalPlan(Map<Item, Window> placed, List<Item> unplaced, double lateness, boolean proven) {

    private static final long STEPS_MAX = 5_000_000;

    public static RenewalPlan of(Renewal renewal, Effort effort) {
        var search = new Search(renewal, effort);
        search.place(0, 0);
        return search.plan();
    }

    private static final class Search {
        private final Renewal renewal;
        private final Effort effort;
        private final List<Item> order;
        private final Map<String, Integer> at = new HashMap<>();
        private final Map<Integer, Long> budgetLeft = new HashMap<>();
        private final Map<String, Integer> minutes = new HashMap<>();
        private Map<String, Integer> best = Map.of();
        private double least = Double.POSITIVE_INFINITY;
        private long steps;

        Search(Renewal renewal, Effort effort) {
            this.renewal = renewal;
            this.effort = effort;
            order = ordered();
            for (var window : renewal.windows())
                budgetLeft.put(window.year(), renewal.budgets().isEmpty() ? Long.MAX_VALUE / 2 : 0L);
            for (var budget : renewal.budgets()) budgetLeft.merge(budget.year(), budget.yen(), Long::sum);
        }

        /** Heaviest first, but never before what it waits for. */
        private List<Item> ordered() {
            var left = new ArrayList<>(renewal.items());
            left.sort(Comparator.comparingDouble((Item item) -> -item.weight()));
            var done = new HashSet<String>();
            var ordered = new ArrayList<Item>();
            while (!left.isEmpty()) {
                var next = left.stream()
                        .filter(item -> done.containsAll(item.after()))
                        .findFirst()
                        .orElseThrow();
                left.remove(next);
                done.add(next.id());
                ordered.add(next);
            }
            return ordered;
        }

        void place(int number, double lateness) {
            if (lateness + remaining(number) >= least || isOver()) return;
            if (number == order.size()) {
                least = lateness;
                best = new HashMap<>(at);
                return;
            }
            var item = order.get(number);
            int never = renewal.windows().size();
            for (int window = earliest(item); window < never; window++) {
                if (!fits(item, window)) continue;
                book(item, window, 1);
                place(number + 1, lateness + item.weight() * window);
                book(item, window, -1);
            }
            at.put(item.id(), never);
            place(number + 1, lateness + item.weight() * never);
            at.remove(item.id());
        }

        private boolean isOver() {
            steps++;
            if (best.isEmpty()) return false;
            return steps > STEPS_MAX || ((steps & 1023) == 0 && effort.isOver());
        }

        private double remaining(int number) {
            double sum = 0;
            for (int i = number; i < order.size(); i++) sum += order.get(i).weight() * earliest(order.get(i));
            return sum;
        }

        /** One window after all that it waits for, as far as they are placed. */
        private int earliest(Item item) {
            int earliest = 0;
            for (var before : item.after()) earliest = Math.max(earliest, at.getOrDefault(before, -1) + 1);
            return Math.min(earliest, renewal.windows().size());
        }

        private boolean fits(Item item, int window) {
            var where = renewal.windows().get(window);
            if (budgetLeft.getOrDefault(where.year(), 0L) < item.yen()) return false;
            if (minutes.getOrDefault(item.building() + "@" + window, 0) + item.outageMinutes() > where.minutes())
                return false;
            for (var other : renewal.items())
                if ((item.apart().contains(other.id()) || other.apart().contains(item.id()))
                        && at.getOrDefault(other.id(), -1) == window) return false;
            return true;
        }

        private void book(Item item, int window, int sign) {
            if (sign > 0) at.put(item.id(), window);
            else at.remove(item.id());
            budgetLeft.merge(renewal.windows().get(window).year(), -sign * item.yen(), Long::sum);
            minutes.merge(item.building() + "@" + window, sign * item.outageMinutes(), Integer::sum);
        }

        private int windowOf(Item item) {
            return best.getOrDefault(item.id(), renewal.windows().size());
        }

        RenewalPlan plan() {
            var placed = new TreeMap<Item, Window>(
                    Comparator.comparingInt(this::windowOf).thenComparing(Item::id));
            var unplaced = new ArrayList<Item>();
            for (var item : renewal.items()) {
                int window = windowOf(item);
                if (window < renewal.windows().size())
                    placed.put(item, renewal.windows().get(window));
                else unplaced.add(item);
            }
            boolean proven = steps <= STEPS_MAX && !effort.isOver();
            return new RenewalPlan(placed, unplaced, order.isEmpty() ? 0 : least, proven);
        }
    }

    /** The years in which something is done, with what it costs. */
    public Map<Integer, Long> yenByYear() {
        var years = new TreeMap<Integer, Long>();
        placed.forEach((item, window) -> years.merge(window.year(), item.yen(), Long::sum));
        return years;
    }
}
