package noroshi.damage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.platform.Time;
import noroshi.site.Typed;

/** Texts that may hold anything, made harmless for where they will stand; moments as people read them. */
final class Words {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("M月d日（E）HH時mm分", Locale.JAPAN);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("y年M月d日", Locale.JAPAN);

    private Words() {}

    /** 3月11日（水）15時00分 */
    static String moment(Instant at) {
        return MOMENT.format(ZonedDateTime.ofInstant(at, Time.JAPAN));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** One line of Markdown in which nothing acts. */
    static String markdown(String raw) {
        return Typed.markdown(raw);
    }

    static String html(String raw) {
        return Typed.html(raw);
    }
}
