package noroshi.site.page;

import java.util.ArrayList;
import java.util.List;

/** Finds where a long paragraph may be cut without breaking a tag. */
final class SentenceEnds {

    /** A "sentence" without an end is cut here: nobody writes so, but pages must stay within their size. */
    private static final int SENTENCE_CHARACTERS_MAX = 400;

    private SentenceEnds() {}

    static List<String> split(String html) {
        var sentences = new ArrayList<String>();
        int start = 0;
        int depth = 0;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                depth += html.startsWith("</", i) ? -1 : html.startsWith("<br", i) ? 0 : 1;
                i = Math.max(i, html.indexOf('>', i));
            } else if (c == '&') {
                i = Math.max(i, html.indexOf(';', i));
            }
            if (depth == 0 && (c == '。' || i - start >= SENTENCE_CHARACTERS_MAX) && !Character.isHighSurrogate(c)) {
                sentences.add(html.substring(start, i + 1));
                start = i + 1;
            }
        }
        if (start < html.length()) sentences.add(html.substring(start));
        return sentences;
    }
}
