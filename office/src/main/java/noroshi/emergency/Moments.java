package noroshi.emergency;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;

/** Instants as readers want them, in Japan's time. */
final class Moments {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.JAPANESE).withZone(Time.JAPAN);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d日 HH:mm", Locale.JAPANESE).withZone(Time.JAPAN);

    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("y年M月d日 HH:mm", Locale.JAPANESE).withZone(Time.JAPAN);

    private Moments() {}

    /** 2026年3月11日 14:46. */
    static String dated(Instant instant) {
        return DATED.format(instant);
    }

    /** 3月11日 14:46. */
    static String full(Instant instant) {
        return FULL.format(instant);
    }

    /** 11日 15:00; "" for none. */
    static String clock(@Nullable Instant instant) {
        return instant == null ? "" : CLOCK.format(instant);
    }
}
