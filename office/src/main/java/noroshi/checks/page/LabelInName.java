package noroshi.checks.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The words that are seen on a control are in its name, in their order: whoever speaks them to the computer is understood. */
final class LabelInName {

    private static final Pattern BRACKETED = Pattern.compile("[(（\\[［][^)）\\]］]*[)）\\]］]");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+|[^\\s\\p{L}\\p{N}\\p{M}\\p{P}]");
    private static final Pattern SHORTENED = Pattern.compile("\\p{L}\\.(\\s|$)");
    private static final Pattern ICONS = Pattern.compile("(?i).*(icon|symbol|awesome|glyph|dingbat).*");

    private LabelInName() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.getAllElements()) {
            var role = page.role(element);
            if (!Role.isWidget(role) || !Role.isNamedFromContents(role) || !page.isVisible(element)) continue;
            if (element.attr("aria-label").isBlank()
                    && element.attr("aria-labelledby").isBlank()) continue;
            var seen = new StringBuilder();
            collect(page, element, seen);
            if (!seen.toString().isBlank()) compare(element, Names.tidy(seen.toString()), page.name(element), verdicts);
        }
    }

    private static void compare(Element element, String seen, String name, Verdicts verdicts) {
        var label = words(BRACKETED.matcher(seen).replaceAll(" "));
        boolean sign = label.isEmpty() || label.size() == 1 && label.getFirst().matches("[a-z]|[^\\p{L}\\p{N}]");
        if (sign || java.util.Collections.indexOfSubList(words(name), label) >= 0 || isWrittenTogether(label, name)) {
            verdicts.pass(Rule.NAME_WITHOUT_LABEL);
            return;
        }
        boolean sameButHyphens = joined(seen).equals(joined(name)) && (seen.contains("-") || name.contains("-"));
        if (SHORTENED.matcher(seen).find() || sameButHyphens) verdicts.leave(Rule.NAME_WITHOUT_LABEL);
        else
            verdicts.fail(
                    Rule.NAME_WITHOUT_LABEL,
                    element,
                    "見える文字「" + seen + "」が、読み上げる名前「" + name + "」に含まれていません。名前に見える文字をそのまま含めてください。");
    }

    /** Japanese has no spaces: there a part of the name is enough. */
    private static boolean isWrittenTogether(List<String> label, String name) {
        var text = String.join("", label);
        return text.matches(".*[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}].*")
                && String.join("", words(name)).contains(text);
    }

    private static String joined(String text) {
        return String.join("", words(text));
    }

    private static List<String> words(String text) {
        var found = new ArrayList<String>();
        var words =
                WORD.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        while (words.find()) found.add(words.group());
        return found;
    }

    private static void collect(PageModel page, Element element, StringBuilder seen) {
        if (!page.isVisible(element)
                || ICONS.matcher(page.styles.value(element, "font-family")).matches()) return;
        for (var node : element.childNodes()) {
            if (node instanceof TextNode text) seen.append(text.getWholeText());
            else if (node instanceof Element child) {
                var gap = page.names.isInline(child) ? "" : " ";
                seen.append(gap);
                collect(page, child, seen);
                seen.append(gap);
            }
        }
    }
}
