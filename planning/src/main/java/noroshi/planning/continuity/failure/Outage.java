package noroshi.planning.continuity.failure;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * When something does not work: spans of hours since the event, in order and apart from each other.
 *
 * @param spans never empty ones; the last may never end
 */
public record Outage(List<Span> spans) {

    public static final double NEVER = Double.POSITIVE_INFINITY;
    public static final Outage NONE = new Outage(List.of());

    /** From an hour until before another. */
    public record Span(double from, double to) {
        public double hours() {
            return to - from;
        }
    }

    public Outage {
        spans = List.copyOf(spans);
    }

    public static Outage between(double from, double to) {
        return from < to ? new Outage(List.of(new Span(from, to))) : NONE;
    }

    /** When at least one of them does not work. */
    public static Outage any(List<Outage> outages) {
        return most(outages, 1);
    }

    /** When fewer than {@code atLeast} of them work. */
    public static Outage fewerThan(int atLeast, List<Outage> outages) {
        return most(outages, outages.size() - atLeast + 1);
    }

    /** When at least {@code count} of them do not work. */
    private static Outage most(List<Outage> outages, int count) {
        // Most parts work most of the time: nothing to sort.
        if (outages.stream().allMatch(Outage::isNone)) return NONE;
        var changes = new TreeMap<Double, Integer>();
        for (var outage : outages)
            for (var span : outage.spans) {
                changes.merge(span.from, 1, Integer::sum);
                changes.merge(span.to, -1, Integer::sum);
            }
        var spans = new ArrayList<Span>();
        int out = 0;
        double since = 0;
        for (var change : changes.entrySet()) {
            int before = out;
            out += change.getValue();
            if (before < count && out >= count) since = change.getKey();
            if (before >= count && out < count) spans.add(new Span(since, change.getKey()));
        }
        return new Outage(spans);
    }

    /** Every span lasts longer; those that then meet become one. */
    public Outage longer(double hours) {
        return any(
                spans.stream().map(span -> between(span.from, span.to + hours)).toList());
    }

    public boolean isNone() {
        return spans.isEmpty();
    }

    /** The first hour from {@code hour} on at which it works. */
    public double worksFrom(double hour) {
        for (var span : spans) if (span.from <= hour && hour < span.to) return span.to;
        return hour;
    }

    public double longestHours() {
        return spans.stream().mapToDouble(Span::hours).max().orElse(0);
    }

    /** All hours until the horizon. */
    public double hoursUntil(double horizon) {
        return spans.stream()
                .mapToDouble(span -> Math.max(0, Math.min(span.to, horizon) - span.from))
                .sum();
    }

    public double from() {
        return spans.isEmpty() ? NEVER : spans.getFirst().from;
    }

    /** When it works for good; infinite: never. */
    public double to() {
        return spans.isEmpty() ? 0 : spans.getLast().to;
    }
}
