package noroshi.forms;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import noroshi.publishing.MediaFact;

/** A typed value in words: as Markdown of one line, and as plain text. */
final class ShownValue {

    private ShownValue() {}

    /** Fits into a cell of a table. */
    static String markdown(Field field, Values values, Names names) {
        var value = values.part(field, 0);
        return switch (field.type()) {
            case FILE -> file(value, names);
            case ARTICLE ->
                "[%s](article:%s)".formatted(cell(names.articles().getOrDefault(value, "記事" + value)), value);
            case DEPARTMENT ->
                "[%s](/departments/%s/)".formatted(cell(names.departments().getOrDefault(value, value)), value);
            case EMAIL -> "[%s](mailto:%s)".formatted(cell(value), value);
            case PHONE -> "[%s](tel:%s)".formatted(cell(value), value.replaceAll("[^0-9+].*$|[^0-9+-]", ""));
            case URL -> "[%s](%s)".formatted(cell(value), value.replace("|", "%7C"));
            case PLACE -> place(field, values);
            case IMAGE -> image(value, values.part(field, 1), names);
            case TEXT, LONG, DATE, SPAN, MONEY, NUMBER, CHOICE, CHOICES, TABLE -> cell(plain(field, values, names));
        };
    }

    static String plain(Field field, Values values, Names names) {
        var value = values.part(field, 0);
        return switch (field.type()) {
            case TEXT, LONG, CHOICE, TABLE, EMAIL, PHONE, URL -> value;
            case DATE -> ValueCheck.isDate(value) ? date(LocalDate.parse(value)) : value;
            case SPAN -> span(value, values.part(field, 1));
            case MONEY -> value.matches("[0-9]{1,15}") ? "%,d円".formatted(Long.parseLong(value)) : value;
            case NUMBER -> value.matches("-?[0-9]{1,15}") ? "%,d".formatted(Long.parseLong(value)) : value;
            case PLACE -> value;
            case CHOICES -> String.join("、", values.of(field));
            case ARTICLE -> names.articles().getOrDefault(value, value);
            case DEPARTMENT -> names.departments().getOrDefault(value, value);
            case FILE -> {
                var media = names.media().get(value);
                yield media == null ? "" : media.name();
            }
            case IMAGE -> values.part(field, 1);
        };
    }

    private static String place(Field field, Values values) {
        var address = cell(values.part(field, 0));
        var latitude = values.part(field, 1);
        var longitude = values.part(field, 2);
        if (latitude.isEmpty() || longitude.isEmpty()) return address;
        // The national mapping authority's own map; coordinates stay readable for machines and without a network.
        return "%s（北緯%s度、東経%s度）[%sの地図（地理院地図）](https://maps.gsi.go.jp/#16/%s/%s/)"
                .formatted(address, latitude, longitude, address, latitude, longitude);
    }

    private static String file(String hash, Names names) {
        var media = names.media().get(hash);
        if (media == null) return "（ファイルが見つかりません）";
        return "[%s（%s：%s）](%s)"
                .formatted(
                        cell(media.name().replaceFirst("\\.[A-Za-z]{2,5}$", "")),
                        kind(media),
                        size(media.bytes()),
                        media.path());
    }

    private static String image(String hash, String words, Names names) {
        var media = names.media().get(hash);
        return media == null
                ? "（画像が見つかりません）"
                : "![%s](%s)".formatted(cell(words.replace("[", "").replace("]", "")), media.path());
    }

    private static String kind(MediaFact media) {
        return switch (media.extension()) {
            case "docx" -> "Word";
            case "xlsx" -> "Excel";
            default -> media.extension().toUpperCase(Locale.ROOT);
        };
    }

    private static String size(long bytes) {
        return bytes >= 1_000_000 ? "%.1fMB".formatted(bytes / 1e6) : "%dKB".formatted(Math.max(1, bytes / 1000));
    }

    /** 2026年4月1日（水曜日） */
    static String date(LocalDate date) {
        return "%d年%d月%d日（%s）"
                .formatted(
                        date.getYear(),
                        date.getMonthValue(),
                        date.getDayOfMonth(),
                        date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.JAPANESE));
    }

    private static String span(String from, String to) {
        if (!ValueCheck.isDateTime(from)) return from;
        var start = LocalDateTime.parse(from);
        var first = date(start.toLocalDate()) + time(start);
        if (!ValueCheck.isDateTime(to)) return first + "から";
        var end = LocalDateTime.parse(to);
        var sameDay = end.toLocalDate().equals(start.toLocalDate());
        return first + "から" + (sameDay ? "" : date(end.toLocalDate())) + time(end) + "まで";
    }

    private static String time(LocalDateTime at) {
        return DateTimeFormatter.ofPattern("H時", Locale.JAPANESE).format(at)
                + (at.getMinute() == 0 ? "" : at.getMinute() + "分");
    }

    /** Words that nothing in Markdown takes for markup, in one line. */
    static String cell(String words) {
        var out = new StringBuilder();
        for (var c : words.replace("\n", " ").strip().toCharArray()) {
            if ("\\`*_[]<>|".indexOf(c) >= 0) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }
}
