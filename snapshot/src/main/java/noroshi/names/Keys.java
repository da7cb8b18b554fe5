package noroshi.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a name is found by, each as a number of 64 bits: as written (old and new forms as one), as written exactly where that
 * differs, and as it sounds; whole in both orders, and each part alone.
 */
final class Keys {
    private static final char EXACT = 'X';
    private static final char WRITTEN = 'W';
    private static final char SOUND = 'S';

    /** Two numbers that may not meet: 600,000 persons have about five million keys, 2^64 / (5·10^6)^2 leaves a million to one. */
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;

    private static final long FNV_PRIME = 0x100000001b3L;

    private final Set<Long> exact = new LinkedHashSet<>();
    private final Set<Long> near = new LinkedHashSet<>();

    static long writtenAs(String folded) {
        return hash(WRITTEN, folded);
    }

    static long exactly(String text) {
        return hash(EXACT, text);
    }

    static long sound(String sound) {
        return hash(SOUND, sound);
    }

    /** Keys under which the record stands before the others. */
    Set<Long> exact() {
        return exact;
    }

    Set<Long> near() {
        return near;
    }

    void add(PersonName name, Readings readings) {
        String family = joined(name.family());
        String given = joined(name.given());
        orders(family, given).forEach(this::written);
        words(name.family());
        words(name.given());
        String familyKana = joined(name.familyKana());
        String givenKana = joined(name.givenKana());
        if (!familyKana.isEmpty() || !givenKana.isEmpty()) {
            sounds(familyKana, givenKana);
            return;
        }
        for (String first : readingsOf(family, readings)) {
            for (String second : readingsOf(given, readings)) {
                sounds(first, second);
            }
        }
        if (given.isEmpty() && Kana.hasIdeograph(family)) {
            readings.parts(family).forEach(this::supposed);
        }
    }

    /** A name that nobody separated may also be asked for by its parts. */
    private void supposed(PersonName parts) {
        orders(parts.family(), parts.given()).forEach(text -> near.add(writtenAs(OldForms.folded(text))));
        sounds(parts.familyKana(), parts.givenKana());
    }

    /** Names of three words and more are found by each. */
    private void words(String part) {
        String normal = Kana.normal(part);
        if (normal.indexOf(' ') >= 0) {
            for (String word : normal.split(" ", -1)) {
                written(OldForms.withoutSelectors(word));
                near.add(sound(Sound.of(word)));
            }
        }
    }

    /** A reading of the name that is only supposed, so that kana find someone whom nobody's kana were told of. */
    private static List<String> readingsOf(String part, Readings readings) {
        return Kana.hasIdeograph(part) ? readings.of(part) : List.of(part);
    }

    private void written(String text) {
        String folded = OldForms.folded(text);
        if (folded.equals(text)) {
            exact.add(writtenAs(folded));
        } else {
            exact.add(exactly(text));
            near.add(writtenAs(folded));
        }
    }

    private void sounds(String first, String second) {
        if (first.isEmpty() || second.isEmpty()) {
            near.add(sound(Sound.of(first + second)));
            return;
        }
        near.add(sound(Sound.of(first, second)));
        near.add(sound(Sound.of(second, first)));
        near.add(sound(Sound.of(first)));
        near.add(sound(Sound.of(second)));
    }

    private static List<String> orders(String first, String second) {
        List<String> all = new ArrayList<>(4);
        if (first.isEmpty() || second.isEmpty()) {
            all.add(first + second);
        } else {
            all.addAll(List.of(first + second, second + first, first, second));
        }
        return all;
    }

    /** A part in normal form, without spaces and marks of glyphs. */
    static String joined(String part) {
        return OldForms.withoutSelectors(Kana.normal(part)).replace(" ", "");
    }

    private static long hash(char kind, String text) {
        long h = (FNV_OFFSET ^ kind) * FNV_PRIME;
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * FNV_PRIME;
        }
        // FNV's high bits are poor, and the directory uses those.
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        return h ^ (h >>> 32);
    }
}
