package noroshi.desk;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * What differs between two rendered pages, marked where it stands: what only the newer has is inserted there, what only the older
 * has deleted there. Compares the words and images of their main parts, in reading order. Pure.
 */
final class LooksDiff {

    /** Both pages as they are, with {@code ins} and {@code del} around what differs. */
    record Pages(String older, String newer, int changes) {}

    /** A word of a text, or an image as a whole. */
    private record Word(Node node, int from, int to, String text) {}

    private LooksDiff() {}

    static Pages compare(String olderHtml, String newerHtml) {
        var older = parsed(olderHtml);
        var newer = parsed(newerHtml);
        var before = words(older);
        var after = words(newer);
        var gone = new boolean[before.size()];
        var come = new boolean[after.size()];
        int changes = 0;
        for (var edit : Edits.between(
                before.stream().map(Word::text).toList(),
                after.stream().map(Word::text).toList())) {
            if (edit.kind() == ArticleDiff.Kind.SAME) continue;
            changes++;
            if (edit.kind() == ArticleDiff.Kind.REMOVED) gone[edit.from()] = true;
            else come[edit.to()] = true;
        }
        mark(before, gone, "del");
        mark(after, come, "ins");
        return new Pages(older.outerHtml(), newer.outerHtml(), changes);
    }

    private static Document parsed(String html) {
        var page = Jsoup.parse(html);
        // Styles are named by their hash in the page's policy: not a letter of them may move.
        page.outputSettings().prettyPrint(false);
        return page;
    }

    private static List<Word> words(Document page) {
        var main = page.selectFirst("main");
        var words = new ArrayList<Word>();
        (main == null ? page.body() : main).traverse((node, depth) -> {
            if (node instanceof TextNode text) add(text, words);
            else if (node instanceof Element element && element.normalName().equals("img"))
                words.add(new Word(node, 0, 0, "\0" + element.attr("src") + "\0" + element.attr("alt")));
        });
        return words;
    }

    private static void add(TextNode text, List<Word> words) {
        int from = 0;
        for (var word : WordDiff.words(text.getWholeText())) {
            if (!word.isBlank()) words.add(new Word(text, from, from + word.length(), word));
            from += word.length();
        }
    }

    /** Words that follow each other in one text are marked together. */
    private static void mark(List<Word> words, boolean[] changed, String tag) {
        for (int i = words.size() - 1; i >= 0; i--) {
            if (!changed[i]) continue;
            var last = words.get(i);
            int first = i;
            while (first > 0 && changed[first - 1] && words.get(first - 1).node() == last.node()) first--;
            wrap(words.get(first), last, tag);
            i = first;
        }
    }

    private static void wrap(Word first, Word last, String tag) {
        // Marks are set from the end: what stands before in the same text keeps its place.
        if (last.node() instanceof TextNode text) {
            if (last.to() < text.getWholeText().length()) text.splitText(last.to());
            var marked = first.from() > 0 ? text.splitText(first.from()) : text;
            marked.wrap("<" + tag + "><mark></mark></" + tag + ">");
        } else {
            last.node().wrap("<" + tag + "></" + tag + ">");
        }
    }
}
