package noroshi.cleaning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Word's lists are paragraphs with a mark in front and {@code mso-list:l0 level2 lfo1} in their style; here they become lists. */
final class WordLists {

    private static final Pattern LEVEL = Pattern.compile("mso-list\\s*:\\s*l\\d+\\s+level(\\d)");
    private static final Pattern IGNORED = Pattern.compile("mso-list\\s*:\\s*ignore");
    // A lone letter is a bullet of Wingdings (l, n, u, Ø); a letter that counts has a point or a bracket.
    private static final Pattern NUMBER = Pattern.compile(
            "[(（]?[0-9０-９]{1,4}[.)．）、]?|[(（]?([a-zA-Z]|[ivx]{1,5})[.)．）、]|[①-⑳]|[(（]?[ア-ン一二三四五六七八九十][)）.．、]");

    private record Open(Element list, int level) {}

    private WordLists() {}

    static void make(Element content) {
        Deque<Open> open = new ArrayDeque<>();
        @Nullable Element before = null;
        for (var paragraph :
                content.select("p[style*=mso-list],li[style*=mso-list],h1[style*=mso-list],h2[style*=mso-list]")) {
            if (paragraph.closest("li") != null && !paragraph.normalName().equals("p")) continue;
            var level = LEVEL.matcher(Scrub.style(paragraph));
            var mark = takeMark(paragraph);
            if (!level.find() || !paragraph.normalName().equals("p")) continue;
            if (before == null || paragraph.previousElementSibling() != before) open.clear();
            before = put(paragraph, Integer.parseInt(level.group(1)), mark, open);
        }
    }

    /** @return the outermost list, behind which the next paragraph must stand to go on with it */
    private static Element put(Element paragraph, int level, String mark, Deque<Open> open) {
        var name = NUMBER.matcher(mark).matches() ? "ol" : "ul";
        while (!open.isEmpty() && open.peek().level() > level) open.pop();
        if (!open.isEmpty()
                && open.peek().level() == level
                && !open.peek().list().normalName().equals(name)
                && open.size() > 1) open.pop();
        if (open.isEmpty()
                || open.peek().level() < level
                || !open.peek().list().normalName().equals(name)) {
            var list = new Element(name);
            if (name.equals("ol")) list.attr("start", mark.replaceAll("\\D", ""));
            var parent = open.isEmpty() || open.peek().level() >= level
                    ? null
                    : open.peek().list();
            if (parent == null) {
                open.clear();
                paragraph.before(list);
            } else lastItem(parent).appendChild(list);
            open.push(new Open(list, level));
        }
        var item = new Element("li");
        open.peek().list().appendChild(item);
        for (var child : java.util.List.copyOf(paragraph.childNodes())) item.appendChild(child);
        paragraph.remove();
        return open.peekLast().list();
    }

    private static Element lastItem(Element list) {
        var last = list.lastElementChild();
        return last == null ? list.appendElement("li") : last;
    }

    /** The mark Word shows, taken out of the text; "" when there is none. */
    private static String takeMark(Element paragraph) {
        var mark = "";
        for (var span : paragraph.select("span[style]"))
            if (IGNORED.matcher(Scrub.style(span)).find() && span.parent() != null) {
                if (mark.isEmpty()) mark = span.text().replace('\u00A0', ' ').strip();
                span.remove();
            }
        return mark;
    }
}
