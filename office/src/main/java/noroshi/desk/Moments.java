package noroshi.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.chrono.JapaneseChronology;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;

/** Instants as officers read them, in Japan's time; null reads as nothing. */
public final class Moments {

    private static final DateTimeFormatter FULL = DateTimeFormatter.ofPattern("y年M月d日（E）H時mm分", Locale.JAPAN);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("y年M月d日 H:mm", Locale.JAPAN);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("y年M月d日 H:mm:ss", Locale.JAPAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter ERA =
            DateTimeFormatter.ofPattern("Gy年", Locale.JAPAN).withChronology(JapaneseChronology.INSTANCE);
    private static final DateTimeFormatter YEAR_AND_DAY = DateTimeFormatter.ofPattern("（y年）M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("M/d", Locale.JAPAN);
    private static final DateTimeFormatter MACHINE = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.JAPAN);

    private Moments() {}

    /** 2026年3月11日（水）14時46分 */
    public static String full(@Nullable Instant at) {
        return written(FULL, at);
    }

    /** 2026年3月11日 14:46 */
    public static String brief(@Nullable Instant at) {
        return written(SHORT, at);
    }

    /** 2026年3月11日 14:46:09 */
    static String exact(@Nullable Instant at) {
        return written(EXACT, at);
    }

    /** 2026年3月11日 */
    public static String day(@Nullable Instant at) {
        return written(DAY, at);
    }

    /** 令和8年（2026年）3月11日（水） */
    static String dayWithEra(@Nullable Instant at) {
        return written(ERA, at) + written(YEAR_AND_DAY, at);
    }

    /** 3/11, for charts. */
    static String monthAndDay(@Nullable Instant at) {
        return written(MONTH_AND_DAY, at);
    }

    /** For the datetime attribute of a time element. */
    public static String machine(@Nullable Instant at) {
        return written(MACHINE, at);
    }

    /** For a date field: 2026-03-11. */
    static String date(@Nullable Instant at) {
        return written(DATE, at);
    }

    /** The beginning of a day in Japan that a date field holds, so many days later; null: none, or none that can be read. */
    static @Nullable Instant day(String field, int plus) {
        if (field.isEmpty()) return null;
        try {
            return LocalDate.parse(field)
                    .plusDays(plus)
                    .atStartOfDay(Time.JAPAN)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** For a time field: 14:46. */
    static String time(@Nullable Instant at) {
        return written(CLOCK, at);
    }

    private static String written(DateTimeFormatter as, @Nullable Instant at) {
        return at == null ? "" : as.format(ZonedDateTime.ofInstant(at, Time.JAPAN));
    }
}
