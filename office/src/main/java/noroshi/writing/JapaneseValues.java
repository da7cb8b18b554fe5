package noroshi.writing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Pattern;

/** Typed values as browsers send them and as Japanese official texts show them. */
public final class JapaneseValues {

    private static final Pattern PHONE = Pattern.compile("[0-9０-９+()（）-]{4,20}.*");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,4})?");

    private JapaneseValues() {}

    static boolean reads(Blank.Type type, String value) {
        if (value.equals("確認中")) return true;
        return switch (type) {
            case WORDS, LONG, CHOICE -> true;
            case DATE -> isDate(value);
            case DATETIME -> isDateTime(value);
            case NUMBER -> NUMBER.matcher(value.replace(",", "")).matches();
            case PHONE -> PHONE.matcher(value).matches();
        };
    }

    static String wanted(Blank.Type type) {
        return switch (type) {
            case WORDS, LONG, CHOICE -> "文字で入力してください";
            case DATE -> "日付（例 2026-04-01）で入力してください";
            case DATETIME -> "日付と時刻（例 2026-04-01T09:30）で入力してください";
            case NUMBER -> "数字で入力してください";
            case PHONE -> "電話番号（例 022-211-0000）で入力してください";
        };
    }

    static String shown(Blank.Type type, String value) {
        if (value.equals("確認中")) return value;
        return switch (type) {
            case WORDS, LONG, CHOICE, PHONE -> value;
            case NUMBER -> isNumber(value) ? grouped(value) : value;
            case DATE -> isDate(value) ? date(LocalDate.parse(value)) : value;
            case DATETIME -> isDateTime(value) ? dateTime(LocalDateTime.parse(value)) : value;
        };
    }

    private static boolean isNumber(String value) {
        return NUMBER.matcher(value.replace(",", "")).matches();
    }

    /** 2026年4月1日（水曜日） */
    public static String date(LocalDate date) {
        return DateTimeFormatter.ofPattern("y年M月d日", Locale.JAPANESE).format(date) + "（"
                + date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE) + "）";
    }

    /** 2026年4月1日（水曜日）午前9時30分 */
    public static String dateTime(LocalDateTime at) {
        int hour = at.getHour() % 12;
        var half = at.getHour() < 12 ? "午前" : "午後";
        return date(at.toLocalDate()) + half + hour + "時" + (at.getMinute() == 0 ? "" : at.getMinute() + "分");
    }

    /** 1,200 */
    public static String grouped(String number) {
        var plain = number.replace(",", "");
        int point = plain.indexOf('.');
        var whole = point < 0 ? plain : plain.substring(0, point);
        return "%,d".formatted(Long.parseLong(whole)) + (point < 0 ? "" : plain.substring(point));
    }

    public static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return value.length() == 10;
        } catch (DateTimeException e) {
            return false;
        }
    }

    public static boolean isDateTime(String value) {
        try {
            LocalDateTime.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
