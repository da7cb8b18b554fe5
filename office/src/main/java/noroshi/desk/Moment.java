package noroshi.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;

/** Instants as officers read them, in Japan's time. */
final class Moment {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.JAPANESE).withZone(Time.JAPAN);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm:ss", Locale.JAPANESE).withZone(Time.JAPAN);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPANESE).withZone(Time.JAPAN);

    private Moment() {}

    static String minute(@Nullable Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }

    static String second(Instant at) {
        return SECOND.format(at);
    }

    static String day(@Nullable Instant at) {
        return at == null ? "" : DAY.format(at);
    }
}
