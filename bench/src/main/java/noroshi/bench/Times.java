package noroshi.bench;

import java.util.ArrayList;
import java.util.List;

/** Measured times in milliseconds. Percentiles are by nearest rank: the value that was really waited. */
final class Times {

    private final List<Double> all = new ArrayList<>();

    synchronized void add(double milliseconds) {
        all.add(milliseconds);
    }

    synchronized int count() {
        return all.size();
    }

    /** @param share of 1, for instance 0.99 */
    synchronized double percentile(double share) {
        if (all.isEmpty()) return Double.NaN;
        var sorted = all.stream().sorted().toList();
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(0, rank - 1));
    }

    double max() {
        return percentile(1);
    }
}
