package noroshi.standards.cap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts to values. */
final class Values {
    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[-+]\\d\\d:\\d\\d");
    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,15}(\\.\\d{0,30})?");

    private Values() {}

    /** ALL_CLEAR as AllClear. */
    static String word(Enum<?> constant) {
        if (constant == Category.CBRNE) return "CBRNE";
        return Arrays.stream(constant.name().split("_"))
                .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    static <E extends Enum<E>> E constant(Element element, Class<E> type) {
        for (var constant : type.getEnumConstants()) if (word(constant).equals(element.text())) return constant;
        throw element.unreadable(
                Arrays.stream(type.getEnumConstants()).map(Values::word).collect(Collectors.joining("、", "", "のいずれか")));
    }

    static String name(Element element) {
        if (!Names.isName(element.text())) throw element.unreadable("識別子（空白、カンマ、<、& を含まない1文字以上）");
        return element.text();
    }

    static String present(Element element) {
        if (element.text().isEmpty()) throw element.unreadable("1文字以上の文字列");
        return element.text();
    }

    /** CAP 1.2 §3.3.2: with seconds and an offset, never Z. */
    static OffsetDateTime time(Element element) {
        return time(element, element.text());
    }

    private static OffsetDateTime time(Element element, String text) {
        try {
            // -00:00 (UTC, whose place is not told) is not one of ISO 8601's offsets.
            if (TIME.matcher(text).matches()) return OffsetDateTime.parse(text.replaceFirst("-00:00$", "+00:00"));
        } catch (DateTimeException e) {
            throw (CapRejected) element.unreadable("実在する日時").initCause(e);
        }
        throw element.unreadable("時差つきの日時（例 2011-03-11T14:49:00+09:00）");
    }

    /** Empty where it is written without any, as Canada's national system does in first alerts. */
    static List<Reference> references(Element element) {
        return Stream.of(element.text().split("\\s+"))
                .filter(one -> !one.isEmpty())
                .map(one -> reference(element, one))
                .toList();
    }

    private static Reference reference(Element element, String one) {
        var parts = one.split(",", -1);
        if (parts.length != 3 || !Names.isName(parts[0]) || !Names.isName(parts[1]))
            throw element.unreadable("「送信者,識別子,送信時刻」の並び");
        return new Reference(parts[0], parts[1], time(element, parts[2]));
    }

    static Polygon polygon(Element element) {
        try {
            return new Polygon(Stream.of(element.text().split("\\s+"))
                    .map(pair -> position(element, pair))
                    .toList());
        } catch (IllegalArgumentException e) {
            throw (CapRejected)
                    element.unreadable("閉じた多角形（4点以上、最後は最初と同じ「緯度,経度」）").initCause(e);
        }
    }

    static Circle circle(Element element) {
        var parts = element.text().split("\\s+");
        try {
            if (parts.length == 2) return new Circle(position(element, parts[0]), number(element, parts[1]));
        } catch (IllegalArgumentException e) {
            throw (CapRejected) element.unreadable("円（緯度,経度 半径km）").initCause(e);
        }
        throw element.unreadable("円（緯度,経度 半径km）");
    }

    private static Position position(Element element, String pair) {
        var parts = pair.split(",", -1);
        if (parts.length != 2) throw element.unreadable("「緯度,経度」の並び");
        return new Position(number(element, parts[0]), number(element, parts[1]));
    }

    private static double number(Element element, String text) {
        if (!NUMBER.matcher(text).matches()) throw element.unreadable("数値");
        return Double.parseDouble(text);
    }

    static BigDecimal decimal(Element element) {
        if (!NUMBER.matcher(element.text()).matches()) throw element.unreadable("数値");
        return new BigDecimal(element.text());
    }

    static BigInteger integer(Element element) {
        if (!element.text().matches("\\d{1,15}")) throw element.unreadable("バイト数");
        return new BigInteger(element.text());
    }
}
