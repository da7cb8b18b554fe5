package noroshi.checks.page;

import java.util.regex.Pattern;
import noroshi.checks.Rule;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** The language of parts: a code that exists, and one whose script is the one that is written. */
final class LanguageRules {

    private static final Pattern KANA = Pattern.compile("[ぁ-ゖァ-ヺ]");
    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final int LETTERS_MIN = 20;
    private static final int PERCENT_MIN = 30;

    private LanguageRules() {}

    static void look(PageModel page, Verdicts verdicts) {
        for (var element : page.document.select("[lang]")) {
            var language = element.attr("lang").strip();
            if (language.isEmpty()) continue;
            var text = new StringBuilder();
            collect(page, element, element, text);
            if (text.isEmpty()) continue;
            if (!element.nameIs("html"))
                verdicts.passOrFail(
                        Rule.PART_LANGUAGE_VALID,
                        Languages.isValid(language),
                        element,
                        "言語「" + language + "」は言語コードではありません。英語なら「en」のように書いてください。");
            matches(element, Languages.primary(language), text.toString(), verdicts);
        }
    }

    /** Text whose language this attribute decides: shown or read aloud, and not under another lang. */
    private static void collect(PageModel page, Element root, Element at, StringBuilder text) {
        if (at != root && !at.attr("lang").isBlank() || !page.isShown(at)) return;
        if (at.nameIs("img") && page.isExposed(at)) text.append(at.attr("alt").strip());
        for (var node : at.childNodes()) {
            if (node instanceof TextNode words && !words.isBlank())
                text.append(words.text().strip());
            else if (node instanceof Element child) collect(page, root, child, text);
        }
    }

    /** Kana is written in Japanese alone; nothing else is decided by script. */
    private static void matches(Element element, String language, String text, Verdicts verdicts) {
        long letters = LETTER.matcher(text).results().count();
        if (letters < LETTERS_MIN) return;
        long kana = KANA.matcher(text).results().count();
        if (language.equals("ja")) {
            if (kana > 0) verdicts.pass(Rule.LANGUAGE_MATCH);
            else verdicts.leave(Rule.LANGUAGE_MATCH);
        } else if (kana * 100 >= letters * PERCENT_MIN)
            verdicts.fail(Rule.LANGUAGE_MATCH, element, "日本語の文に、言語「" + language + "」が指定されています。lang=\"ja\"にしてください。");
        else verdicts.pass(Rule.LANGUAGE_MATCH);
    }
}
