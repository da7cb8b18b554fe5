package noroshi.beacon;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Keeps a part of the spool for every form: once it is {@link Flood#FILLED_MAX} full, the form that lately brought more than half
 * of all bytes is turned away, so that a flood of inquiries leaves room for the report of a shelter.
 */
final class FormShares {

    static final int HALVED_SECONDS = 600;
    private static final int FORMS_MAX = 10_000;

    private final LongSupplier ticker;
    private final Map<String, Double> bytes = new HashMap<>();
    private double all;
    private long halvedAtNs;

    /** @param ticker in nanoseconds */
    FormShares(LongSupplier ticker) {
        this.ticker = ticker;
        halvedAtNs = ticker.getAsLong();
    }

    /** @param filled of the spool, 0 to 1 */
    synchronized boolean admits(String site, String form, double filled) {
        halve();
        return filled <= Flood.FILLED_MAX || share(name(site, form)) <= all / 2;
    }

    synchronized void took(String site, String form, long size) {
        if (bytes.size() >= FORMS_MAX) bytes.clear();
        bytes.merge(name(site, form), (double) size, Double::sum);
        all += size;
    }

    private double share(String name) {
        return bytes.getOrDefault(name, 0.0);
    }

    private void halve() {
        long now = ticker.getAsLong();
        while (now - halvedAtNs > HALVED_SECONDS * 1_000_000_000L && all > 0) {
            bytes.replaceAll((form, size) -> size / 2);
            all = all < 1 ? 0 : all / 2;
            halvedAtNs += HALVED_SECONDS * 1_000_000_000L;
        }
        if (all == 0) {
            bytes.clear();
            halvedAtNs = now;
        }
    }

    private static String name(String site, String form) {
        return site + ' ' + form;
    }
}
