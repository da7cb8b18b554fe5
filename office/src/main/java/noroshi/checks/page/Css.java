package noroshi.checks.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads style sheets as far as the checks need them; what it does not understand it leaves out. */
final class Css {

    static final int RULES_MAX = 4_000;

    /** @param name in lower case; @param important whether {@code !important} stands behind the value */
    record Declaration(String name, String value, boolean important) {}

    /** @param media the conditions around it, joined with " and "; empty: always */
    record StyleRule(List<String> selectors, List<Declaration> declarations, String media) {}

    private final String text;
    private final List<StyleRule> rules = new ArrayList<>();

    private Css(String text) {
        this.text = text;
    }

    static List<StyleRule> rules(String sheet) {
        var css = new Css(sheet.replaceAll("(?s)/\\*.*?(\\*/|$)", " ").replaceAll("<!--|-->", " "));
        css.block(0, css.text.length(), "", 0);
        return css.rules;
    }

    static List<Declaration> declarations(String block) {
        var found = new ArrayList<Declaration>();
        for (var part : split(block, ';')) {
            int colon = part.indexOf(':');
            if (colon <= 0) continue;
            var value = part.substring(colon + 1).strip();
            boolean important = value.toLowerCase(Locale.ROOT).matches("(?s).*!\\s*important$");
            if (important) value = value.substring(0, value.lastIndexOf('!')).strip();
            if (!value.isEmpty())
                found.add(new Declaration(part.substring(0, colon).strip().toLowerCase(Locale.ROOT), value, important));
        }
        return found;
    }

    private void block(int from, int to, String media, int depth) {
        int start = from;
        for (int i = from; i < to && rules.size() < RULES_MAX; i++) {
            char c = text.charAt(i);
            if (c == ';' || c == '}') start = i + 1;
            if (c != '{') continue;
            int end = closing(i, to);
            entry(text.substring(start, i).strip(), i + 1, end, media, depth);
            i = end;
            start = end + 1;
        }
    }

    private void entry(String prelude, int from, int to, String media, int depth) {
        var lower = prelude.toLowerCase(Locale.ROOT);
        if (depth > 8 || prelude.isEmpty()) return;
        if (lower.startsWith("@media"))
            block(
                    from,
                    to,
                    media.isEmpty()
                            ? lower.substring(6).strip()
                            : media + " and " + lower.substring(6).strip(),
                    depth + 1);
        else if (lower.startsWith("@layer") || lower.startsWith("@supports")) block(from, to, media, depth + 1);
        else if (!prelude.startsWith("@"))
            rules.add(new StyleRule(split(prelude, ','), declarations(text.substring(from, to)), media));
    }

    /** Where the brace at {@code open} is closed, or the end. */
    private int closing(int open, int to) {
        int depth = 0;
        for (int i = open; i < to; i++) {
            if (text.charAt(i) == '{') depth++;
            if (text.charAt(i) == '}' && --depth == 0) return i;
        }
        return to;
    }

    /** Parts between a mark that stands outside brackets and quotes. */
    static List<String> split(String text, char mark) {
        var parts = new ArrayList<String>();
        int depth = 0;
        char quote = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == quote) quote = 0;
            } else if (c == '"' || c == '\'') quote = c;
            else if (c == '(' || c == '[') depth++;
            else if (c == ')' || c == ']') depth--;
            else if (c == mark && depth == 0) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        return parts.stream().filter(part -> !part.isEmpty()).toList();
    }
}
