package noroshi.planning.schedule;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How much of a resource there is over time.
 *
 * @param amounts from which time on how much; before the first there is none
 */
public record Supply(NavigableMap<Integer, Integer> amounts) {

    public Supply {
        amounts = new TreeMap<>(amounts);
        for (var amount : amounts.entrySet())
            if (amount.getKey() < 0 || amount.getValue() < 0 || amount.getValue() > Project.AMOUNT_MAX)
                throw new IllegalArgumentException("amount %s: from 0 to %d".formatted(amount, Project.AMOUNT_MAX));
    }

    public static Supply always(int amount) {
        return new Supply(new TreeMap<>(Map.of(0, amount)));
    }

    public int at(int time) {
        var entry = amounts.floorEntry(time);
        return entry == null ? 0 : entry.getValue();
    }

    /** What there is for good, after the last change. */
    public int inTheEnd() {
        return amounts.isEmpty() ? 0 : amounts.lastEntry().getValue();
    }

    /** From when on nothing changes any more. */
    int settledAt() {
        return amounts.isEmpty() ? 0 : amounts.lastKey();
    }
}
