package noroshi.planning.graph;

/** The interval of a proportion that never covers less than it says (Clopper and Pearson 1934), also for 0 of n and n of n. */
final class ClopperPearson {

    /** Beyond each end: 95 % lie between, or a little more, since hits are whole numbers. */
    static final double TAIL = 0.025;

    private ClopperPearson() {}

    static double low(long hits, long samples, double tail) {
        if (hits == 0) return 0;
        return root(p -> betaBelow(p, hits, samples - hits + 1), tail);
    }

    static double high(long hits, long samples, double tail) {
        if (hits == samples) return 1;
        return root(p -> betaBelow(p, hits + 1, samples - hits), 1 - tail);
    }

    /** Where a growing function of 0 to 1 takes a value. */
    private static double root(java.util.function.DoubleUnaryOperator growing, double value) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < 100; step++) {
            double middle = (low + high) / 2;
            if (growing.applyAsDouble(middle) < value) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /** The regularised incomplete beta function (its continued fraction: DLMF 8.17.22). */
    static double betaBelow(double x, double a, double b) {
        if (x <= 0) return 0;
        if (x >= 1) return 1;
        if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a);
        double front = Math.exp(
                logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x) - Math.log(a));
        return front * fraction(x, a, b);
    }

    /** Lentz's evaluation. */
    private static double fraction(double x, double a, double b) {
        double tiny = 1e-300;
        double c = 1;
        double d = 1 / kept(1 - (a + b) * x / (a + 1), tiny);
        double value = d;
        for (int m = 1; m < 100_000; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / kept(1 + even * d, tiny);
            c = kept(1 + even / c, tiny);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / kept(1 + odd * d, tiny);
            c = kept(1 + odd / c, tiny);
            value *= d * c;
            if (Math.abs(d * c - 1) < 1e-15) break;
        }
        return value;
    }

    private static double kept(double value, double tiny) {
        return Math.abs(value) < tiny ? tiny : value;
    }

    /** Stirling's series (DLMF 5.11.1) above 10, and down from there. */
    private static double logGamma(double x) {
        double down = 0;
        double at = x;
        while (at < 10) down += Math.log(at++);
        double inverse = 1 / at;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - down;
    }
}
