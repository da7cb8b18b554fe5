package noroshi.cleaning;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Characters as Japanese official documents on the web write them. */
final class Characters {

    private static final Pattern HALF_KATAKANA = Pattern.compile("[\\uFF66-\\uFF9F]+");

    private Characters() {}

    static String tidy(String text, boolean narrow) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int plain = plain(c, narrow);
            if (plain >= 0) out.appendCodePoint(plain);
        });
        if (!narrow) return out.toString();
        return HALF_KATAKANA
                .matcher(out)
                .replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
    }

    /** -1: leaves no trace. */
    private static int plain(int c, boolean narrow) {
        if (c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F) return ' ';
        if (isInvisible(c)) return -1;
        // Symbol and Wingdings put their bullets here; nothing else there can be read by anybody else.
        if (c >= 0xE000 && c <= 0xF8FF) return c >= 0xF000 && c <= 0xF0FF ? '・' : -1;
        if (!narrow) return c;
        boolean letterOrDigit =
                (c >= 0xFF10 && c <= 0xFF19) || (c >= 0xFF21 && c <= 0xFF3A) || (c >= 0xFF41 && c <= 0xFF5A);
        return letterOrDigit ? c - 0xFEE0 : c;
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD
                || (c >= 0x200B && c <= 0x200F)
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0xFEFF
                || c == 0xFFFC
                || c == 0xFFFE
                || c == 0xFFFF
                || (c < 0x20 && c != '\n' && c != '\t' && c != '\r')
                || (c >= 0x7F && c <= 0x9F)
                || (c >= 0xD800 && c <= 0xDFFF);
    }

    /** Between these the end of a line is not a space. */
    static boolean isWide(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
        };
    }

    /** Unicode P and S, as CommonMark counts punctuation around emphasis. */
    static boolean isPunctuation(int c) {
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.CURRENCY_SYMBOL,
                    Character.MATH_SYMBOL,
                    Character.MODIFIER_SYMBOL,
                    Character.OTHER_SYMBOL -> true;
            default -> false;
        };
    }
}
