package noroshi.cleaning;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Takes away what is no word of the text, and rights the markup that would otherwise mislead. */
final class Scrub {

    private static final String NOT_TEXT =
            "script,style,template,noscript,meta,link,title,base,object,embed,applet,svg,math,canvas,"
                    + "audio,video,source,input,button,select,textarea,datalist,progress,meter,dialog,map,area,frameset,noframes,"
                    + "rp,colgroup,xml";
    private static final String TABLE_PARTS = "thead|tbody|tfoot|tr|td|th|caption|col";

    // Word's "Ignore" wraps what it shows as a list mark; hidden text is not shown at all.
    private static final Pattern HIDDEN =
            Pattern.compile("(^|;)\\s*(display\\s*:\\s*none|visibility\\s*:\\s*hidden|mso-hide\\s*:\\s*all)");

    private Scrub() {}

    static void scrub(Element content) {
        content.select(NOT_TEXT).remove();
        content.select("[hidden]").remove();
        for (var element : content.select("[style]"))
            if (HIDDEN.matcher(style(element)).find()) element.remove();
        comments(content);
        for (var office : content.select("*")) if (office.normalName().startsWith("o:")) office.unwrap();
        for (var ruby : content.select("rt")) ruby.replaceWith(new TextNode("（" + ruby.text() + "）"));
        strayItems(content);
        strayWords(content);
        footnotes(content);
        linksAroundBlocks(content);
    }

    static String style(Element element) {
        return element.attr("style").toLowerCase(Locale.ROOT);
    }

    private static void comments(Element content) {
        List<Node> found = new java.util.ArrayList<>();
        content.traverse((node, depth) -> {
            if (node instanceof Comment) found.add(node);
        });
        found.forEach(Node::remove);
    }

    /** Items without a list around them, one below the other, are one list. */
    private static void strayItems(Element content) {
        for (var item : content.select("li")) {
            var parent = item.parent();
            if (parent == null || parent.normalName().matches("ul|ol|menu|dir")) continue;
            var list = item.previousElementSibling();
            if (list == null || !list.normalName().equals("ul") || !list.hasAttr("data-stray")) {
                list = new Element("ul").attr("data-stray", "");
                item.before(list);
            }
            list.appendChild(item);
        }
    }

    /** Words between rows, or between the items of a list: browsers show them, so they stay. */
    private static void strayWords(Element content) {
        for (var list : content.select("ul,ol,menu,dir"))
            for (var text : list.textNodes()) if (!text.isBlank()) text.wrap("<li></li>");
        for (var part : content.select("table,thead,tbody,tfoot,tr")) {
            var table = part.closest("table");
            if (table == null) continue;
            var before = true;
            for (var child : List.copyOf(part.childNodes())) {
                boolean words = child instanceof TextNode text && !text.isBlank()
                        || child instanceof Element element
                                && !element.normalName().matches(TABLE_PARTS);
                if (child instanceof Element element && !words) before &= !element.hasText();
                if (!words) continue;
                if (before && part == table) table.before(child);
                else table.after(child);
            }
        }
    }

    /** Word's footnotes: a link #_ftn1 in the text and a paragraph that links back #_ftnref1. */
    private static void footnotes(Element content) {
        var called = new HashMap<String, List<Element>>();
        for (var call : content.select("a[href~=#_(ftn|edn)\\d{1,6}$]"))
            called.computeIfAbsent(number(call), number -> new java.util.ArrayList<>())
                    .add(call);
        for (var back : content.select("a[href~=#_(ftn|edn)ref\\d{1,6}$]")) {
            var number = number(back);
            var note = back.parents().stream()
                    .filter(parent -> parent.id().matches("(ftn|edn)" + number))
                    .findFirst();
            if (note.isEmpty()) continue;
            // Those inside a note that was taken out before are gone with it.
            var calls = called.getOrDefault(number, List.of()).stream()
                    .filter(call -> call.parents().contains(content))
                    .toList();
            if (calls.isEmpty()) continue;
            back.remove();
            for (var call : calls) call.replaceWith(new Element("x-call").attr("n", number));
            called.remove(number);
            var words = note.get().text();
            note.get().replaceWith(new Element("x-note").attr("n", number).text(words));
        }
        ownNotes(content);
        // The line above the notes is Word's, not the author's.
        content.select("div[style*=mso-element:footnote-list] > hr").remove();
    }

    private static String number(Element link) {
        var address = link.attr("href");
        return address.substring(address.lastIndexOf('_')).replaceAll("\\D", "");
    }

    /** As this system shows them. */
    private static void ownNotes(Element content) {
        for (var call : content.select("a.note[href~=^#note-[0-9]+$]"))
            call.replaceWith(new Element("x-call").attr("n", call.attr("href").substring(6)));
        for (var item : content.select("li:has(a[id~=^note-[0-9]+$][href~=^#note-call-])")) {
            var name = item.selectFirst("a[id~=^note-[0-9]+$]");
            var list = item.parent();
            if (name == null || list == null) continue;
            var number = name.id().substring(5);
            name.remove();
            var title = list.previousElementSibling();
            if (title != null && title.text().equals("注")) title.remove();
            list.before(new Element("x-note").attr("n", number).text(item.text().strip()));
            item.remove();
        }
    }

    /** A link around a heading and paragraphs becomes a link in the first of them: Markdown knows no other. */
    private static void linksAroundBlocks(Element content) {
        for (var link : content.select("a:has(p,div,h1,h2,h3,h4,h5,h6,li,table)")) {
            var inner = link.select("p,div,h1,h2,h3,h4,h5,h6,li,td,th").stream()
                    .filter(e -> e.hasText()
                            && e.select("p,div,h1,h2,h3,h4,h5,h6,li,table").size() == 1)
                    .findFirst();
            if (inner.isPresent() && inner.get().select("a").isEmpty()) {
                var words = new Element("a").attr("href", link.attr("href"));
                for (var child : List.copyOf(inner.get().childNodes())) words.appendChild(child);
                inner.get().appendChild(words);
            }
            link.unwrap();
        }
    }
}
