package noroshi.site.page;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.platform.Time;
import noroshi.site.view.When;

/** Dates and sizes as a Japanese reader expects them. Everything is Japan time. */
public final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.JAPAN);
    private static final DateTimeFormatter DAY_OF_WEEK = DateTimeFormatter.ofPattern("uuuu年M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("M月d日（E）", Locale.JAPAN);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 H時mm分", Locale.JAPAN);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H時mm分", Locale.JAPAN);

    private Words() {}

    public static When day(Instant at) {
        return new When(DAY.format(japan(at)), DateTimeFormatter.ISO_LOCAL_DATE.format(japan(at)));
    }

    public static When minute(Instant at) {
        return new When(MINUTE.format(japan(at)), iso(at));
    }

    /** In an emergency the hour decides whether something still holds; elsewhere the day is enough. */
    static When published(SeriesFacts series, Instant at) {
        return series.isUrgent() ? minute(at) : day(at);
    }

    /** Beside the title of a list: an emergency's title tells its newest state, so its newest time belongs there. */
    static When listed(SeriesFacts series, Instant published, Instant changed) {
        if (!series.isUrgent() || !changed.isAfter(published)) return published(series, published);
        var when = minute(changed);
        return new When(when.text() + " 更新", when.iso());
    }

    public static String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(japan(at).withNano(0));
    }

    /** 2026年12月4日（金）10時～12時30分; whole days without the clock, the year once. */
    static String period(EventFacts event) {
        var start = japan(event.startsAt());
        var text = DAY_OF_WEEK.format(start) + clock(start);
        if (event.endsAt() == null) return text;
        var end = japan(event.endsAt());
        if (end.toLocalTime().equals(LocalTime.MIDNIGHT) && end.toLocalDate().isAfter(start.toLocalDate()))
            end = end.minusDays(1);
        if (end.toLocalDate().equals(start.toLocalDate())) return clock(end).isEmpty() ? text : text + "～" + clock(end);
        var day = end.getYear() == start.getYear() ? DAY_OF_MONTH : DAY_OF_WEEK;
        return text + "～" + day.format(end) + clock(end);
    }

    private static String clock(ZonedDateTime at) {
        if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) return "";
        return at.getMinute() == 0 ? at.getHour() + "時" : CLOCK.format(at);
    }

    /** 950 B, 120 KB, 1.4 MB. */
    public static String size(long bytes) {
        if (bytes < 1_000) return bytes + " B";
        if (bytes < 1_000_000) return Math.round(bytes / 1_000.0) + " KB";
        return "%.1f MB".formatted(bytes / 1_000_000.0);
    }

    /** What readers call a type of file. */
    static String kind(MediaFacts file) {
        return switch (file.type()) {
            case "application/pdf" -> "PDF";
            case "application/msword", "application/vnd.openxmlformats-officedocument.wordprocessingml.document" ->
                "Word";
            case "application/vnd.ms-excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
                "Excel";
            case "application/vnd.ms-powerpoint",
                    "application/vnd.openxmlformats-officedocument.presentationml.presentation" -> "PowerPoint";
            case "text/csv" -> "CSV";
            case "text/plain" -> "テキスト";
            case "application/zip" -> "ZIP";
            default -> file.isImage() ? "画像" : "ファイル";
        };
    }

    private static ZonedDateTime japan(Instant at) {
        return at.atZone(Time.JAPAN);
    }
}
