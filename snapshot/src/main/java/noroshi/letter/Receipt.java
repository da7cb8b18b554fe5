package noroshi.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What the sender of a Letter keeps.
 *
 * @param number public, to be told on the telephone: the day and ten digits, such as {@code 260311-7K3MQ-9Q2FD}
 * @param code   secret, 23 random digits (115 bits) and a check digit in groups of four
 */
public record Receipt(String number, String code) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int NUMBER_DIGITS = 10;
    private static final int CODE_DIGITS = 24;

    /** {@code random} must be a SecureRandom outside tests. Any beacon may issue without asking another one. */
    public static Receipt issue(Instant now, RandomGenerator random) {
        String number = Crockford.grouped(Crockford.random(NUMBER_DIGITS, random), 5);
        String digits = Crockford.random(CODE_DIGITS - 1, random);
        return new Receipt(
                DAY.format(now.atZone(JAPAN)) + "-" + number, Crockford.grouped(digits + Crockford.check(digits), 4));
    }

    /** A typed code as it was printed; null if its check digit tells a typing error. */
    public static @Nullable String code(String typed) {
        String digits = typed.length() > 200 ? null : Crockford.read(typed);
        if (digits == null || digits.length() != CODE_DIGITS) {
            return null;
        }
        boolean right = Crockford.check(digits.substring(0, CODE_DIGITS - 1)) == digits.charAt(CODE_DIGITS - 1);
        return right ? Crockford.grouped(digits, 4) : null;
    }
}
