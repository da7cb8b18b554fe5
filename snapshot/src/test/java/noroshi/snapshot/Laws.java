package noroshi.snapshot;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Property tests: a law must hold for many generated values; a failure names the seed that repeats it. */
public final class Laws {
    private static final int CASES = 200;

    private Laws() {}

    public static <T> void forAll(long seed, Function<RandomGenerator, T> generator, Consumer<T> law) {
        forAll(seed, CASES, generator, law);
    }

    public static <T> void forAll(long seed, int cases, Function<RandomGenerator, T> generator, Consumer<T> law) {
        for (int i = 0; i < cases; i++) {
            long caseSeed = seed + i;
            T value = generator.apply(random(caseSeed));
            try {
                law.accept(value);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError(
                        "The law fails for seed %d: Laws.forAll(%dL, 1, …) repeats it. Value: %s"
                                .formatted(caseSeed, caseSeed, shortened(value)),
                        e);
            }
        }
    }

    /** The same numbers on every machine for a seed. */
    public static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    private static String shortened(Object value) {
        String text = String.valueOf(value);
        return text.length() <= 2000 ? text : text.substring(0, 2000) + "…";
    }
}
