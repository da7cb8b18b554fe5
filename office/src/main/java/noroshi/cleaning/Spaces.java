package noroshi.cleaning;

/** White space as a browser shows it, and as Japanese wants it. */
final class Spaces {

    /** The end of a line in the source, until both its sides are known. Never in a text: {@link Characters} lets none of its kind in. */
    static final char LINE_END = '\uE004';

    private Spaces() {}

    /** Runs of blanks become one; '\n' stays, without blanks around it. Ends of source lines count as blanks: see {@link #source}. */
    static String collapsed(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int last = out.length() - 1;
            if (c == '\n') {
                while (last >= 0 && isBlank(out.charAt(last))) out.setLength(last--);
                out.append('\n');
            } else if (!isBlank(c)) out.append(c);
            else if (last >= 0 && isBlank(out.charAt(last))) {
                if (c == LINE_END) out.setCharAt(last, LINE_END);
            } else if (last < 0 || out.charAt(last) != '\n') out.append(c == LINE_END ? LINE_END : ' ');
        }
        return out.toString();
    }

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == LINE_END;
    }

    /** Text as written in HTML: its line ends are blanks, except where {@link #settled} finds them to be nothing. */
    static String source(String text) {
        return text.replace('\n', LINE_END);
    }

    /** Between Japanese letters the end of a source line is nothing, elsewhere a blank, whatever marks stand between. */
    static String settled(String text) {
        if (text.indexOf(LINE_END) < 0) return text;
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != LINE_END) out.append(c);
            else if (!isWideBefore(text, i) || !isWideAfter(text, i + 1)) out.append(' ');
        }
        return out.toString();
    }

    private static boolean isWideBefore(String text, int end) {
        int at = end;
        while (at > 0 && Emphasis.isMark(text.charAt(at - 1))) at--;
        // Also behind a link, and behind brackets as Japanese text has them.
        return at > 0 && (text.charAt(at - 1) == ')' || Characters.isWide(text.codePointBefore(at)));
    }

    private static boolean isWideAfter(String text, int begin) {
        int at = begin;
        while (at < text.length() && (Emphasis.isMark(text.charAt(at)) || "[!".indexOf(text.charAt(at)) >= 0)) at++;
        return at < text.length() && Characters.isWide(text.codePointAt(at));
    }

    static String oneLine(String text) {
        return settled(collapsed(text.replace('\n', ' '))).strip();
    }
}
