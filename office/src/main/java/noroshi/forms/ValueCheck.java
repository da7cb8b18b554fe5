package noroshi.forms;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import noroshi.publishing.Outcome.Problem;

/** What is wrong with typed values, each at its field {@code field-ID}. Pure; whether files and articles exist is asked elsewhere. */
public final class ValueCheck {

    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@()\\[\\]<>]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9]{2,5}[-0-9()]{4,16}([ 　（(]?内線 ?[0-9]{1,6}[）)]?)?");
    private static final Pattern URL = Pattern.compile("https?://[^\\s<>\"()]{3,490}");
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern MONEY = Pattern.compile("[0-9]{1,15}");
    static final int TABLE_ROWS_MAX = 200;

    private ValueCheck() {}

    public static List<Problem> problems(Form form, Values values) {
        var problems = new ArrayList<Problem>();
        for (var field : form.fields()) {
            var message = values.isEmpty(field)
                    ? (field.required() ? "「%s」がありません。入力してください。".formatted(field.label()) : "")
                    : problem(field, values);
            if (!message.isEmpty()) problems.add(new Problem("field-" + field.id(), message));
        }
        return problems;
    }

    private static String problem(Field field, Values values) {
        int longest = values.of(field).stream().mapToInt(String::length).max().orElse(0);
        if (longest > field.charactersMax())
            return "「%s」が%,d文字あります。%,d文字以内にしてください。".formatted(field.label(), longest, field.charactersMax());
        var wanted = wanted(field, values);
        return wanted.isEmpty() ? "" : "「%s」は%s".formatted(field.label(), wanted);
    }

    /** What it should be; "": it is. */
    private static String wanted(Field field, Values values) {
        var value = values.part(field, 0);
        return switch (field.type()) {
            case TEXT -> value.lines().count() > 1 ? "1行で入力してください。" : "";
            case LONG -> "";
            case DATE -> isDate(value) ? "" : "日付で入力してください（例 2026-04-01）。";
            case SPAN -> span(value, values.part(field, 1));
            case MONEY -> MONEY.matcher(value).matches() ? "" : "円単位の数字で入力してください（例 1200000）。";
            case NUMBER -> NUMBER.matcher(value).matches() ? "" : "数字で入力してください。";
            case PLACE -> place(values, field);
            case FILE -> hash(value);
            case IMAGE -> image(value, values.part(field, 1));
            case CHOICE -> field.options().contains(value) ? "" : "一覧から選んでください。";
            case CHOICES -> field.options().containsAll(values.of(field)) ? "" : "一覧から選んでください。";
            case TABLE -> table(field, value);
            case ARTICLE -> value.matches("[0-9]{1,18}") ? "" : "記事の番号で入力してください。";
            case DEPARTMENT -> value.matches("[0-9A-Za-z_-]{1,40}") ? "" : "一覧から選んでください。";
            case EMAIL -> EMAIL.matcher(value).matches() ? "" : "メールアドレス（例 koho@example.jp）で入力してください。";
            case PHONE -> PHONE.matcher(value).matches() ? "" : "電話番号（例 022-211-0000）で入力してください。";
            case URL -> URL.matcher(value).matches() ? "" : "https:// から始まる番地で入力してください。";
        };
    }

    private static String span(String from, String to) {
        if (!isDateTime(from)) return "開始の日付と時刻を入力してください。";
        if (to.isEmpty()) return "";
        if (!isDateTime(to)) return "終了の日付と時刻を入力してください。";
        return LocalDateTime.parse(to).isBefore(LocalDateTime.parse(from)) ? "終了が開始より前です。日時を確かめてください。" : "";
    }

    /** WGS 84 in degrees; around Japan, so that exchanged numbers are noticed. */
    private static String place(Values values, Field field) {
        var latitude = values.part(field, 1);
        var longitude = values.part(field, 2);
        if (latitude.isEmpty() && longitude.isEmpty()) return "";
        if (!NUMBER.matcher(latitude).matches() || !NUMBER.matcher(longitude).matches())
            return "緯度と経度を数字で入力してください（例 38.2688、140.8721）。分からないときは両方を空にしてください。";
        boolean near = inside(latitude, 20, 46) && inside(longitude, 122, 154);
        return near ? "" : "緯度か経度が日本の外です。緯度（20〜46）と経度（122〜154）が逆になっていないか確かめてください。";
    }

    private static boolean inside(String number, int from, int to) {
        var value = new BigDecimal(number);
        return value.compareTo(BigDecimal.valueOf(from)) >= 0 && value.compareTo(BigDecimal.valueOf(to)) <= 0;
    }

    private static String hash(String value) {
        return value.matches("[0-9a-f]{64}") ? "" : "ファイルを選び直してください。";
    }

    private static String image(String value, String words) {
        if (!value.matches("[0-9a-f]{64}")) return "画像を選び直してください。";
        return words.isBlank() ? "代替テキストを入力してください。" : "";
    }

    private static String table(Field field, String value) {
        int rows = TableValue.rows(value, field.options().size()).size();
        if (rows > TABLE_ROWS_MAX) return "%d行あります。%d行以内にしてください。".formatted(rows, TABLE_ROWS_MAX);
        int widest = value.lines()
                .mapToInt(line -> TableValue.cells(line).size())
                .max()
                .orElse(0);
        return widest <= field.options().size()
                ? ""
                : "列が%d個の行があります。%d列（%s）にしてください。"
                        .formatted(widest, field.options().size(), String.join("、", field.options()));
    }

    static boolean isDate(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    static boolean isDateTime(String value) {
        try {
            LocalDateTime.parse(value);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
