package noroshi.markup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.BulletList;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.jspecify.annotations.Nullable;

/** Turns a tree as parsed into one where captions, contact data and footnotes have their own places. Without recursion. */
public final class Arrangement {

    private static final Pattern CONTACT = Pattern.compile("\\[\\[問い合わせ先(?:[:：]\\s*([0-9A-Za-z_-]{1,40}))?\\]\\]");

    private static final Pattern CALL = Pattern.compile("\\[\\^([^\\]\\s]{1,40})\\]");

    /** Something the author should know, at the node where it stands. */
    public record Remark(Node at, String message) {}

    private final List<Remark> remarks = new ArrayList<>();

    private Arrangement() {}

    public static List<Remark> arrange(Node tree) {
        var arrangement = new Arrangement();
        for (var node : all(tree)) arrangement.block(node);
        arrangement.notes(tree);
        return arrangement.remarks;
    }

    /** The departments named in a text, for those who gather their data first. */
    public static List<String> departments(String text) {
        return CONTACT.matcher(text)
                .results()
                .map(found -> found.group(1) == null ? "" : found.group(1))
                .distinct()
                .toList();
    }

    private void block(Node node) {
        if (node instanceof Callout callout && !callout.isKnown())
            remarks.add(new Remark(node, "囲みの種類「%s」はありません。注意、重要、お知らせ、連絡先のどれかにしてください。".formatted(callout.name())));
        if (!(node instanceof Paragraph paragraph)) return;
        if (paragraph.getFirstChild() instanceof Image image
                && image.getNext() == null
                && image.getTitle() != null
                && !image.getTitle().isBlank()) {
            var figure = new Figure(image.getTitle().strip());
            figure.setSourceSpans(paragraph.getSourceSpans());
            figure.appendChild(image);
            replace(paragraph, figure);
            return;
        }
        var contact = CONTACT.matcher(words(paragraph));
        if (!contact.matches()) return;
        var block = new ContactBlock(contact.group(1) == null ? "" : contact.group(1));
        block.setSourceSpans(paragraph.getSourceSpans());
        replace(paragraph, block);
    }

    /** Only of plain words; anything else is no directive. */
    private static String words(Paragraph paragraph) {
        var words = new StringBuilder();
        for (Node child = paragraph.getFirstChild(); child != null; child = child.getNext()) {
            if (!(child instanceof Text text)) return "";
            words.append(text.getLiteral());
        }
        return words.toString().strip();
    }

    /** Numbered in the order of their first call; those that nobody calls are reported and shown at the end all the same. */
    private void notes(Node tree) {
        var notes = new LinkedHashMap<String, Footnote>();
        for (var node : all(tree)) if (node instanceof Footnote note) notes.putIfAbsent(note.label(), note);
        if (notes.isEmpty()) return;
        var numbers = new LinkedHashMap<String, Integer>();
        for (var node : all(tree)) if (node instanceof Text text && !isIn(text)) calls(text, notes, numbers);
        notes.forEach((label, note) -> {
            if (numbers.containsKey(label)) return;
            numbers.put(label, numbers.size() + 1);
            remarks.add(new Remark(note, "注 [^%s] は本文のどこからも呼ばれていません。".formatted(label)));
        });
        append(tree, notes, numbers);
    }

    private static boolean isIn(Node node) {
        for (Node at = node; at != null; at = at.getParent()) if (at instanceof Footnote) return true;
        return false;
    }

    /** Parts the text where it calls a note. */
    private static void calls(Text text, Map<String, Footnote> notes, Map<String, Integer> numbers) {
        var words = text.getLiteral();
        var call = CALL.matcher(words);
        int from = 0;
        while (call.find()) {
            var label = call.group(1).toLowerCase(java.util.Locale.ROOT);
            if (!notes.containsKey(label)) continue;
            boolean first = !numbers.containsKey(label);
            if (first) numbers.put(label, numbers.size() + 1);
            if (call.start() > from) text.insertBefore(part(text, words.substring(from, call.start())));
            text.insertBefore(new NoteCall(numbers.getOrDefault(label, 0), first));
            from = call.end();
        }
        if (from == 0) return;
        if (from < words.length()) text.insertBefore(part(text, words.substring(from)));
        text.unlink();
    }

    private static Text part(Text whole, String words) {
        var part = new Text(words);
        part.setSourceSpans(whole.getSourceSpans());
        return part;
    }

    private static void append(Node tree, Map<String, Footnote> definitions, Map<String, Integer> numbers) {
        var list = new BulletList();
        list.setTight(true);
        numbers.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            var definition = definitions.get(entry.getKey());
            if (definition != null) list.appendChild(item(definition, entry.getValue()));
        });
        definitions.values().forEach(Node::unlink);
        var name = new Paragraph();
        var strong = new StrongEmphasis("**");
        strong.appendChild(new Text("注"));
        name.appendChild(strong);
        tree.appendChild(name);
        tree.appendChild(list);
    }

    private static ListItem item(Footnote definition, int number) {
        var item = new ListItem();
        for (Node child = definition.getFirstChild(); child != null; ) {
            var next = child.getNext();
            item.appendChild(child);
            child = next;
        }
        Node first = item.getFirstChild();
        if (!(first instanceof Paragraph)) {
            first = new Paragraph();
            item.prependChild(first);
        }
        first.prependChild(new NoteName(number));
        return item;
    }

    private static void replace(Node old, Node fresh) {
        old.insertBefore(fresh);
        old.unlink();
    }

    private static List<Node> all(Node tree) {
        var all = new ArrayList<Node>();
        @Nullable Node node = tree.getFirstChild();
        while (node != null) {
            all.add(node);
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                continue;
            }
            while (node != null && node != tree && node.getNext() == null) node = node.getParent();
            node = node == null || node == tree ? null : node.getNext();
        }
        return all;
    }
}
