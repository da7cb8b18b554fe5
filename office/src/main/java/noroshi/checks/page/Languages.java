package noroshi.checks.page;

import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Language tags (BCP 47). The registry lists each language under its shortest code, so a code of three letters whose language has
 * one of two is not in it; the others of three letters are taken as they are.
 */
final class Languages {

    private static final Set<String> TWO = Set.of(Locale.getISOLanguages());
    private static final Set<String> LONGER = Arrays.stream(Locale.getISOLanguages())
            .map(Languages::three)
            .filter(code -> code != null)
            .collect(Collectors.toSet());
    /** ISO 639-2's older codes for bibliographies, of languages that have two letters. */
    private static final Set<String> BIBLIOGRAPHIC = Set.of(
            "alb", "arm", "baq", "bur", "chi", "cze", "dut", "fre", "geo", "ger", "gre", "ice", "mac", "mao", "may",
            "per", "rum", "slo", "tib", "wel");

    private Languages() {}

    private static @Nullable String three(String two) {
        try {
            return Locale.of(two).getISO3Language();
        } catch (MissingResourceException e) {
            return null;
        }
    }

    static String primary(String tag) {
        return tag.strip().split("-", 2)[0].toLowerCase(Locale.ROOT);
    }

    static boolean isValid(String tag) {
        var primary = primary(tag);
        if (primary.length() == 2) return TWO.contains(primary);
        return primary.matches("[a-z]{3}") && !LONGER.contains(primary) && !BIBLIOGRAPHIC.contains(primary);
    }
}
