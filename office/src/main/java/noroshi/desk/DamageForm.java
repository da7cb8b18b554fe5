package noroshi.desk;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import noroshi.damage.Damage;
import noroshi.damage.Kind;
import noroshi.damage.Position;
import noroshi.damage.State;
import noroshi.damage.Subject;
import noroshi.damage.Told;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;

/** What officers type of damage, and what it means. Unreadable fields throw {@link IllegalArgumentException} with the sentence to show. */
final class DamageForm {

    private static final int NEXT_MINUTES_MAX = 60 * 24 * 31;

    private DamageForm() {}

    static Map<String, String> typed(Fields fields) {
        var typed = new HashMap<String, String>();
        for (var name : fields.values().keySet())
            typed.put(name, fields.text(name).strip());
        return typed;
    }

    static Map<String, String> of(Damage damage) {
        var typed = new HashMap<String, String>();
        var subject = damage.subject();
        var position = subject.position();
        typed.put("kind", subject.kind().name());
        typed.put("name", subject.name());
        typed.put("operator", subject.operator());
        typed.put("district", subject.district());
        typed.put("address", subject.address());
        typed.put(
                "latitude",
                position == null ? "" : position.latitude().stripTrailingZeros().toPlainString());
        typed.put(
                "longitude",
                position == null
                        ? ""
                        : position.longitude().stripTrailingZeros().toPlainString());
        typed.putAll(now(damage.told()));
        return typed;
    }

    /** The next report begins with what is known. */
    static Map<String, String> now(Told told) {
        var typed = new HashMap<String, String>();
        typed.put("state", told.state().name());
        typed.put("percent", told.percent() == null ? "" : told.percent().toString());
        typed.put("forecast", told.forecast() == null ? "" : told.forecast().toString());
        typed.put("affected", told.affected() == null ? "" : told.affected().toString());
        typed.put("extent", told.extent());
        typed.put("source", told.source());
        typed.put("next", "360");
        return typed;
    }

    static Subject subject(Map<String, String> typed) {
        var name = text(typed, "name");
        if (name.isEmpty() || name.length() > Subject.NAME_CHARACTERS_MAX)
            throw new IllegalArgumentException("「名称」を%d字までで入れてください。".formatted(Subject.NAME_CHARACTERS_MAX));
        for (var line : new String[] {"operator", "district", "address"})
            if (text(typed, line).length() > Subject.LINE_CHARACTERS_MAX)
                throw new IllegalArgumentException("管理者・地区・住所は%d字までです。".formatted(Subject.LINE_CHARACTERS_MAX));
        return new Subject(
                choice(Kind.class, typed, "kind", "種類"),
                name,
                text(typed, "operator"),
                text(typed, "district"),
                text(typed, "address"),
                position(typed));
    }

    private static @Nullable Position position(Map<String, String> typed) {
        var latitude = text(typed, "latitude");
        var longitude = text(typed, "longitude");
        if (latitude.isEmpty() && longitude.isEmpty()) return null;
        try {
            return new Position(new BigDecimal(latitude), new BigDecimal(longitude));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("緯度・経度は日本国内の度（例：38.2688、140.8721）で、両方入れるか、両方空欄にしてください。", e);
        }
    }

    static Told told(Map<String, String> typed, Instant now) {
        var at = at(text(typed, "at"), now);
        var minutes = number(typed, "next", "次回更新");
        if (minutes != null && (minutes < 0 || minutes > NEXT_MINUTES_MAX))
            throw new IllegalArgumentException("「次回更新」を選び直してください。");
        return new Told(
                at,
                choice(State.class, typed, "state", "状況"),
                number(typed, "percent", "復旧率"),
                day(text(typed, "forecast")),
                number(typed, "affected", "影響"),
                text(typed, "extent"),
                text(typed, "source"),
                minutes == null || minutes == 0 ? null : at.plus(Duration.ofMinutes(minutes)));
    }

    /** Empty: now. */
    private static Instant at(String typed, Instant now) {
        if (typed.isEmpty()) return now;
        try {
            return LocalDateTime.parse(typed).atZone(Time.JAPAN).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("「いつ現在」は「2026-03-11T15:00」の形で入れてください。", e);
        }
    }

    private static @Nullable LocalDate day(String typed) {
        if (typed.isEmpty()) return null;
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("「復旧の見込み」は「2026-03-20」の形の日付で入れてください。", e);
        }
    }

    /** Digits of any width, commas allowed; null: empty. */
    static @Nullable Integer number(Map<String, String> typed, String name, String label) {
        var digits = java.text.Normalizer.normalize(text(typed, name), java.text.Normalizer.Form.NFKC)
                .replace(",", "");
        if (digits.isEmpty()) return null;
        if (!digits.matches("[0-9]{1,9}")) throw new IllegalArgumentException("「%s」は9桁までの数字で入れてください。".formatted(label));
        return Integer.valueOf(digits);
    }

    private static <E extends Enum<E>> E choice(Class<E> type, Map<String, String> typed, String name, String label) {
        try {
            return Enum.valueOf(type, text(typed, name).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("「%s」を選んでください。".formatted(label), e);
        }
    }

    private static String text(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "");
    }
}
