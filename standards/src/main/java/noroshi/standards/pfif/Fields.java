package noroshi.standards.pfif;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One record as it stands in the document: names of 1.4, values without outer spaces, and the line it begins in. */
final class Fields {
    private static final int SHOWN_CHARACTERS = 30;

    /** What some writers leave away: seconds' fractions are allowed, offsets other than Z are not in the format but understood. */
    private static final Pattern ZONE = Pattern.compile(".*([Zz]|[+-]\\d\\d:\\d\\d)$");

    private final boolean person;
    private final int line;
    private final Map<String, String> values = new HashMap<>();

    Fields(boolean person, int line) {
        this.person = person;
        this.line = line;
    }

    boolean isPerson() {
        return person;
    }

    int line() {
        return line;
    }

    /** The format knows each field once; what comes twice is contradictory, so the first is kept. */
    void put(String name, String value) {
        values.putIfAbsent(name, value.strip());
    }

    String text(String name) {
        return values.getOrDefault(name, "");
    }

    @Nullable
    String textOrNull(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** Before 1.4 a description stood in {@code other} behind a word of its own. */
    String description() {
        String value = text("description");
        return value.startsWith("description:")
                ? value.substring("description:".length()).strip()
                : value;
    }

    @Nullable
    Instant instant(String name) {
        String value = text(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(ZONE.matcher(value).matches() ? value : value + "Z")
                    .toInstant();
        } catch (DateTimeException e) {
            throw wrong(name, value, "日時は 2011-03-11T05:46:00Z のように書いてください", e);
        }
    }

    @Nullable
    Boolean bool(String name) {
        return switch (text(name)) {
            case "" -> null;
            case "true" -> Boolean.TRUE;
            case "false" -> Boolean.FALSE;
            case String other -> throw wrong(name, other, "true か false にしてください", null);
        };
    }

    <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String value = text(name);
        if (value.isEmpty()) {
            return null;
        }
        try {
            return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw wrong(name, value, "PFIFで決められた値にしてください", e);
        }
    }

    String matching(String name, Pattern shape, String next) {
        String value = text(name);
        if (!value.isEmpty() && !shape.matcher(value).matches()) {
            throw wrong(name, value, next, null);
        }
        return value;
    }

    static String shortened(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN_CHARACTERS
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN_CHARACTERS)) + "…";
    }

    private static IllegalArgumentException wrong(
            String name, String value, String next, @Nullable RuntimeException cause) {
        return new IllegalArgumentException("%s「%s」を読めません。%s".formatted(name, shortened(value), next), cause);
    }
}
