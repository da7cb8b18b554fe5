package noroshi.letter;

import java.time.Instant;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Names a Letter once and for all: 128 bits, laid out as a UUID of version 7, so ids sort by the beacon's time. The
 * office acts once per id.
 */
public record LetterId(long high, long low) implements Comparable<LetterId> {
    public static final int BYTES = 16;

    /** {@code random} must be a SecureRandom outside tests. */
    public static LetterId next(Instant now, RandomGenerator random) {
        long high = now.toEpochMilli() << 16 | 0x7000 | (random.nextLong() & 0x0FFF);
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new LetterId(high, low);
    }

    /** 32 hexadecimal digits. */
    public static LetterId parse(String hex) {
        if (!hex.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("A letter id is 32 lower-case hexadecimal digits, not '" + hex + "'");
        }
        return new LetterId(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }

    @Override
    public int compareTo(LetterId other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(high) + hex.toHexDigits(low);
    }
}
