package noroshi.planning.systems;

import java.util.Locale;

/** Sums as officers write them: 3億4,500万円. */
final class Yen {

    private static final long TEN_THOUSAND = 10_000;
    private static final long HUNDRED_MILLION = 100_000_000;

    private Yen() {}

    static String of(long yen) {
        if (yen < 0) return "−" + of(-yen);
        long rounded = yen < TEN_THOUSAND ? yen : Math.round((double) yen / TEN_THOUSAND) * TEN_THOUSAND;
        if (rounded < TEN_THOUSAND) return String.format(Locale.ROOT, "%,d円", rounded);
        long high = rounded / HUNDRED_MILLION;
        long low = rounded % HUNDRED_MILLION / TEN_THOUSAND;
        return (high == 0 ? "" : String.format(Locale.ROOT, "%,d億", high))
                + (low == 0 ? "" : String.format(Locale.ROOT, "%,d万", low))
                + "円";
    }

    static String signed(long yen) {
        return yen > 0 ? "+" + of(yen) : of(yen);
    }

    static String percent(long part, long whole) {
        double percent = whole == 0 ? 0 : 100.0 * part / whole;
        return String.format(Locale.ROOT, "%+.1f%%", percent).replace('-', '−');
    }
}
