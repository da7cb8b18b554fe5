package noroshi.moving.page;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Dates as Japanese pages write them: in the eras, in the common calendar, by numbers, and in the names of files. */
public final class OldDates {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int YEAR_FIRST = 1990;
    private static final Map<String, Integer> ERA_BEFORE = Map.of(
            "明治", 1867, "大正", 1911, "昭和", 1925, "平成", 1988, "令和", 2018, "M", 1867, "T", 1911, "S", 1925, "H", 1988, "R",
            2018);

    private static final String DAY =
            "(?:(?<era>明治|大正|昭和|平成|令和|[SHR](?=\\s?\\d{1,2}[年.]))\\s*(?<eraYear>元|\\d{1,2})|(?<year>(?:19|20)\\d{2}))\\s*(?:年|[./-])\\s*"
                    + "(?<month>\\d{1,2})\\s*(?:月|[./-])\\s*(?<day>\\d{1,2})";
    private static final Pattern ANY = Pattern.compile(DAY);
    private static final Pattern CHANGED =
            Pattern.compile("(?:最終)?(?:更新|改訂|修正)\\s*(?:年月日|日時|日付|日)?[^0-9年月日昭平令SHR]{0,6}" + DAY);
    private static final Pattern FIRST =
            Pattern.compile("(?:公開|掲載|登録|作成|発行|発表|掲示|制定)\\s*(?:年月日|日時|日付|日)?[^0-9年月日昭平令SHR]{0,6}" + DAY);
    private static final List<Pattern> IN_NAMES = List.of(
            Pattern.compile(
                    "(?<!\\d)(?<year>(?:19|20)\\d{2})[-_/]?(?<month>0[1-9]|1[0-2])[-_/]?(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)"),
            Pattern.compile(
                    "(?i)(?<![a-z0-9])(?<era>[hr])(?<eraYear>\\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d)"));

    private OldDates() {}

    /** When it was last changed, by a line such as 更新日：平成23年3月11日. */
    public static Optional<Instant> changed(String text) {
        return first(CHANGED, normal(text));
    }

    /** When it became public, by a line such as 掲載日 2011年3月11日. */
    public static Optional<Instant> published(String text) {
        return first(FIRST, normal(text));
    }

    /** Any date that stands alone in a short line. */
    public static Optional<Instant> any(String text) {
        return first(ANY, normal(text));
    }

    /** By an address such as /news/20110311.html or /kisya/h230311.htm. */
    public static Optional<Instant> inAddress(String address) {
        for (var pattern : IN_NAMES) {
            var found = first(pattern, address);
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    /** By what machines write: ISO 8601 with or without a time, RFC 1123, or one of the above. */
    public static Optional<Instant> machine(String text) {
        var stripped = text.strip();
        if (stripped.isEmpty()) return Optional.empty();
        try {
            return sane(OffsetDateTime.parse(stripped).toInstant());
        } catch (DateTimeParseException e) {
            // the next form
        }
        try {
            return sane(OffsetDateTime.parse(stripped, DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                    .toInstant());
        } catch (DateTimeParseException e) {
            // the next form
        }
        try {
            return sane(java.time.LocalDateTime.parse(stripped.replace(' ', 'T'))
                    .atZone(JAPAN)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return any(stripped);
        }
    }

    /** Widths are folded, so that １１ and 11 are the same. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    private static Optional<Instant> first(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(OldDates::day)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Instant> day(MatchResult found) {
        try {
            return sane(LocalDate.of(
                            year(found), Integer.parseInt(found.group("month")), Integer.parseInt(found.group("day")))
                    .atTime(LocalTime.MIDNIGHT)
                    .atZone(JAPAN)
                    .toInstant());
        } catch (DateTimeException e) {
            return Optional.empty(); // 2月30日: such pages exist
        }
    }

    private static int year(MatchResult found) {
        if (found.namedGroups().containsKey("year") && found.group("year") != null)
            return Integer.parseInt(found.group("year"));
        var before = ERA_BEFORE.getOrDefault(found.group("era").toUpperCase(Locale.ROOT), 0);
        var year = found.group("eraYear");
        return before + (year.equals("元") ? 1 : Integer.parseInt(year));
    }

    /** There was no site before; whatever says so speaks of something else. */
    private static Optional<Instant> sane(Instant at) {
        return at.atZone(JAPAN).getYear() < YEAR_FIRST ? Optional.empty() : Optional.of(at);
    }
}
