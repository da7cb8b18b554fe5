package noroshi.checks.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import noroshi.checks.Rule;
import org.jspecify.annotations.Nullable;

/** Dates that can be read aloud, exist, and fall on the day of the week that stands beside them. */
final class DateChecks {

    private static final String WEEK = "月火水木金土日";
    private static final Pattern SHORT =
            Pattern.compile("(?<![\\d/.-])(\\d{4})[/.](\\d{1,2})[/.](\\d{1,2})(?![\\d/.])");
    private static final Pattern ERA = Pattern.compile(
            "(?<![A-Za-z\\d])(令和|平成|昭和|[RHSＲＨＳ])\\s?(\\d{1,2}|元)[./．／](\\d{1,2})[./．／](\\d{1,2})(?![\\d/.])");
    private static final Pattern DAY_ONLY = Pattern.compile("(?<![\\d/.])(\\d{1,2})/(\\d{1,2})(?=\\s?[（(][月火水木金土日])");
    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(\\d{4})|(令和|平成|昭和)(\\d{1,2}|元))年\\s?(\\d{1,2})月\\s?(\\d{1,2})日(?:\\s?[（(]([月火水木金土日])(?:曜日?)?[)）])?");

    private DateChecks() {}

    static void look(SourceText text, Remarks remarks) {
        SHORT.matcher(text.words).results().forEach(each -> {
            if (date(number(each, 1), number(each, 2), number(each, 3)) != null)
                form(each, number(each, 1) + "年", number(each, 2), number(each, 3), remarks);
        });
        ERA.matcher(text.words)
                .results()
                .forEach(each -> form(
                        each, era(each.group(1)) + each.group(2) + "年", number(each, 3), number(each, 4), remarks));
        DAY_ONLY.matcher(text.words).results().forEach(each -> {
            if (number(each, 1) <= 12 && number(each, 2) <= 31)
                form(each, "", number(each, 1), number(each, 2), remarks);
        });
        WRITTEN.matcher(text.words).results().forEach(each -> written(each, remarks));
    }

    private static void form(MatchResult each, String year, int month, int day, Remarks remarks) {
        remarks.add(
                Rule.DATE_FORM,
                each.start(),
                each.end(),
                "「%s」は日付として読み上げられないことがあります。年月日で書いてください。".formatted(each.group()),
                "%s%d月%d日".formatted(year, month, day));
    }

    private static void written(MatchResult each, Remarks remarks) {
        int year = each.group(1) != null ? number(each, 1) : year(each.group(2), each.group(3));
        var date = date(year, number(each, 4), number(each, 5));
        if (date == null) {
            remarks.add(Rule.DATE_WRONG, each.start(), each.end(), "「" + each.group() + "」という日はありません。日付を確かめてください。");
            return;
        }
        var written = each.group(6);
        if (written == null) return;
        var right = WEEK.charAt(date.getDayOfWeek().getValue() - 1);
        if (written.charAt(0) != right)
            remarks.add(
                    Rule.DATE_WRONG,
                    each.start(6),
                    each.end(6),
                    "%d年%d月%d日は%s曜日ではなく%s曜日です。日付と曜日を確かめてください。"
                            .formatted(year, date.getMonthValue(), date.getDayOfMonth(), written, right),
                    String.valueOf(right));
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int year(String era, String year) {
        int first =
                switch (era) {
                    case "令和" -> 2018;
                    case "平成" -> 1988;
                    default -> 1925;
                };
        return first + (year.equals("元") ? 1 : Integer.parseInt(year));
    }

    private static String era(String sign) {
        return switch (sign) {
            case "R", "Ｒ" -> "令和";
            case "H", "Ｈ" -> "平成";
            case "S", "Ｓ" -> "昭和";
            default -> sign;
        };
    }

    private static int number(MatchResult each, int group) {
        return Integer.parseInt(each.group(group));
    }
}
