package noroshi.cleaning;

/**
 * Writes emphasis so that it is read as emphasis.
 *
 * <p>CommonMark decides by the letters around a mark, which fails where Japanese leaves no spaces: in これは**「重要」**です the second mark
 * stands between a bracket and a letter and closes nothing. So a mark moves inward past brackets and full stops, and where no place is
 * good it is left out.
 */
final class Emphasis {

    static final char STRONG_OPEN = '\uE000';
    static final char STRONG_CLOSE = '\uE001';
    static final char EM_OPEN = '\uE002';
    static final char EM_CLOSE = '\uE003';

    private Emphasis() {}

    static boolean isMark(int c) {
        return c >= STRONG_OPEN && c <= EM_CLOSE;
    }

    static String resolved(String text) {
        if (text.chars().noneMatch(Emphasis::isMark)) return text.strip();
        var once = flat(text);
        var out = new StringBuilder();
        int at = 0;
        while (at < once.length()) {
            int open = next(once, at);
            if (open < 0) break;
            boolean strong = once.charAt(open) == STRONG_OPEN;
            int close = once.indexOf(strong ? STRONG_CLOSE : EM_CLOSE, open);
            out.append(once, at, open);
            var before = out.isEmpty() ? '\n' : out.charAt(out.length() - 1);
            int after = close + 1 < once.length() ? once.charAt(close + 1) : '\n';
            append(out, once.substring(open + 1, close), before, after, strong ? "**" : "*");
            at = close + 1;
        }
        return out.append(once.substring(Math.min(at, once.length())))
                .toString()
                .strip();
    }

    /** Emphasis inside emphasis, across lines and side by side: reduced to one after the other, each within its line. */
    private static String flat(String text) {
        var out = new StringBuilder(text.length());
        int strong = 0;
        int em = 0;
        char open = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == STRONG_OPEN) strong++;
            else if (c == STRONG_CLOSE) strong = Math.max(0, strong - 1);
            else if (c == EM_OPEN) em++;
            else if (c == EM_CLOSE) em = Math.max(0, em - 1);
            else {
                char wanted = c == '\n' ? 0 : strong > 0 ? STRONG_OPEN : em > 0 ? EM_OPEN : 0;
                // Blanks between two bold words belong to neither, but need not end the mark.
                if (wanted != open && !(c == ' ' && wanted != 0)) {
                    if (open != 0) out.append((char) (open + 1));
                    if (wanted != 0) out.append(wanted);
                    open = wanted;
                }
                out.append(c);
            }
        }
        if (open != 0) out.append((char) (open + 1));
        return out.toString();
    }

    private static int next(String text, int from) {
        for (int i = from; i < text.length(); i++)
            if (text.charAt(i) == STRONG_OPEN || text.charAt(i) == EM_OPEN) return i;
        return -1;
    }

    private static void append(StringBuilder out, String inner, int before, int after, String mark) {
        int from = 0;
        int to = inner.length();
        while (from < to && mustMove(inner.charAt(from), from == 0 ? before : inner.charAt(from - 1))) from++;
        while (from < to && mustMove(inner.charAt(to - 1), to == inner.length() ? after : inner.charAt(to))) to--;
        var words = inner.substring(from, to);
        boolean fits = from < to
                && isBalanced(words)
                && !endsInEscape(inner.substring(0, from))
                && !endsInEscape(words)
                && !(out.length() > 0 && from == 0 && out.charAt(out.length() - 1) == '*')
                && after != '*'
                && isBalanced(inner.substring(0, from));
        if (!fits) {
            out.append(inner);
            return;
        }
        out.append(inner, 0, from).append(mark).append(words).append(mark).append(inner.substring(to));
    }

    /** Whether a mark cannot stand between this character inside and that one outside. */
    private static boolean mustMove(int inside, int outside) {
        if (Character.isWhitespace(inside)) return true;
        return Characters.isPunctuation(inside)
                && !Character.isWhitespace(outside)
                && !Characters.isPunctuation(outside);
    }

    private static boolean endsInEscape(String text) {
        int slashes = 0;
        while (slashes < text.length() && text.charAt(text.length() - 1 - slashes) == '\\') slashes++;
        return slashes % 2 == 1;
    }

    /** No half of a link, image or code. */
    private static boolean isBalanced(String text) {
        int square = 0;
        int round = 0;
        int ticks = 0;
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '\\' -> i++;
                case '[' -> square++;
                case ']' -> square--;
                case '(' -> round++;
                case ')' -> round--;
                case '`' -> ticks++;
                default -> {}
            }
            if (square < 0) return false;
        }
        return square == 0 && round == 0 && ticks % 2 == 0;
    }
}
