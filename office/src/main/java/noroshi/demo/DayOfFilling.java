package noroshi.demo;

import static noroshi.platform.Require.require;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import noroshi.platform.Time;

/** The day all offsets of an article count from: {@code -3d 09:00}, and {@code {{+12d}}} inside texts. */
record DayOfFilling(LocalDate day) {

    private static final Pattern MOMENT = Pattern.compile("([+-]?[0-9]+)d ([0-9]{1,2}:[0-9]{2})");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([+-]?[0-9]+)d( Y| M| YM)?}}");

    Instant instant(String offset) {
        var moment = MOMENT.matcher(offset.strip());
        require(moment.matches(), "'%s' is not like '-3d 09:00'.", offset);
        return day.plusDays(Long.parseLong(moment.group(1)))
                .atTime(LocalTime.parse(moment.group(2), DateTimeFormatter.ofPattern("H:mm")))
                .atZone(Time.JAPAN)
                .toInstant();
    }

    /** The text with every placeholder as a date in words. */
    String dated(String text) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> words(
                        day.plusDays(Long.parseLong(found.group(1))),
                        found.group(2) == null ? "" : found.group(2).strip()));
    }

    private static String words(LocalDate date, String form) {
        var year = "Gy年";
        var pattern =
                switch (form) {
                    case "Y" -> year + "M月d日（EEEE）";
                    case "M" -> "M月";
                    case "YM" -> year + "M月";
                    default -> "M月d日（EEEE）";
                };
        if (form.startsWith("Y"))
            return DateTimeFormatter.ofPattern(pattern, Locale.JAPAN).format(JapaneseDate.from(date));
        return DateTimeFormatter.ofPattern(pattern, Locale.JAPAN).format(date);
    }

    /** The same day, or moved so that an offset from it falls on the latest such day of a year that is not after it. */
    DayOfFilling inSeason(String monthAndDay, String offset) {
        var moment = MOMENT.matcher(offset.strip());
        require(moment.matches(), "'%s' is not like '-3d 09:00'.", offset);
        var wanted = MonthDay.parse("--" + monthAndDay).atYear(day.getYear());
        if (wanted.isAfter(day)) wanted = MonthDay.parse("--" + monthAndDay).atYear(day.getYear() - 1);
        var published = day.plusDays(Long.parseLong(moment.group(1)));
        return new DayOfFilling(day.plusDays(ChronoUnit.DAYS.between(published, wanted)));
    }
}
