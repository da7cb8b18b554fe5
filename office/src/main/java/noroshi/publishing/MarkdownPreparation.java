package noroshi.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import noroshi.publishing.Markdown.Notice;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** Turns the tree as parsed into the tree as shown, and notes what the author should know. */
final class MarkdownPreparation extends AbstractVisitor {

    private static final Pattern ARTICLE = Pattern.compile("article:([0-9]{1,18})(#.*)?");
    private static final Pattern FENCE = Pattern.compile("(?m)^ {0,3}(```|~~~)");
    private static final int LEVEL_FIRST = 2;
    private static final int LEVEL_LAST = 6;

    private final UnaryOperator<String> address;
    private final List<Notice> notices;
    private final List<Long> articles = new ArrayList<>();
    private final List<String> media = new ArrayList<>();
    private int level = LEVEL_FIRST - 1;
    private int shift = Integer.MIN_VALUE;

    MarkdownPreparation(UnaryOperator<String> address, List<Notice> notices) {
        this.address = address;
        this.notices = notices;
    }

    List<Long> articles() {
        return articles;
    }

    List<String> media() {
        return media;
    }

    boolean fencesAreOdd(String text) {
        return FENCE.matcher(text).results().count() % 2 == 1;
    }

    @Override
    public void visit(Heading heading) {
        if (shift == Integer.MIN_VALUE) shift = LEVEL_FIRST - smallestLevel(heading);
        int wanted = heading.getLevel() + shift;
        if (wanted > level + 1) note(heading, "見出しの段階が飛んでいます。ひとつ上の見出しから順に使ってください。");
        level = Math.clamp(Math.min(wanted, level + 1), LEVEL_FIRST, LEVEL_LAST);
        heading.setLevel(level);
        if (heading.getFirstChild() == null) note(heading, "見出しに文字がありません。");
        visitChildren(heading);
    }

    private static int smallestLevel(Heading first) {
        int smallest = first.getLevel();
        for (Node node = first; node != null; node = node.getNext())
            if (node instanceof Heading heading) smallest = Math.min(smallest, heading.getLevel());
        return smallest;
    }

    @Override
    public void visit(Link link) {
        visitChildren(link);
        var written = link.getDestination();
        var article = ARTICLE.matcher(written);
        boolean named = article.matches();
        if (named) articles.add(Long.valueOf(article.group(1)));
        boolean lost = !named && SafeAddresses.scheme(written).equals("article");
        if (written.isBlank() || lost || !SafeAddresses.isSafeLink(written)) {
            note(link, "リンク先「%s」は使えません。http、https、mailto、tel か、サイト内の番地を指定してください。".formatted(shortened(written)));
            unwrap(link);
            return;
        }
        if (link.getFirstChild() == null) note(link, "リンクに文字がありません。リンク先が分かる言葉を入れてください。");
        link.setTitle(null);
        var shown = address.apply(written);
        if (shown.isEmpty()) unwrap(link);
        else link.setDestination(shown);
    }

    @Override
    public void visit(Image image) {
        visitChildren(image);
        var written = image.getDestination();
        if (image.getFirstChild() == null) note(image, "画像に代替テキストがありません。![画像の説明](…) の形で書いてください。");
        if (!SafeAddresses.isSafeImage(written)) {
            note(image, "画像「%s」は使えません。画像を登録し、/media/ で始まる番地を指定してください。".formatted(shortened(written)));
            unwrap(image);
            return;
        }
        media.add(written);
        image.setTitle(null);
        var shown = address.apply(written);
        if (shown.isEmpty()) unwrap(image);
        else image.setDestination(shown);
    }

    @Override
    public void visit(HtmlBlock html) {
        note(html, "HTMLのタグは使えません。文字としてそのまま表示されます。");
    }

    @Override
    public void visit(HtmlInline html) {
        note(html, "HTMLのタグは使えません。文字としてそのまま表示されます。");
    }

    /** Between Japanese letters the end of a line is not a space. */
    @Override
    public void visit(SoftLineBreak end) {
        if (end.getPrevious() instanceof Text before
                && end.getNext() instanceof Text after
                && isWide(before.getLiteral(), true)
                && isWide(after.getLiteral(), false)) end.unlink();
    }

    private static boolean isWide(String text, boolean atEnd) {
        if (text.isEmpty()) return false;
        int c = atEnd ? text.codePointBefore(text.length()) : text.codePointAt(0);
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> (c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF00 && c <= 0xFFEF);
        };
    }

    private static void unwrap(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNext();
            node.insertBefore(child);
            child = next;
        }
        node.unlink();
    }

    private void note(Node node, String message) {
        notices.add(new Notice(line(node), message));
    }

    static int line(Node node) {
        Node placed = node;
        while (placed != null && placed.getSourceSpans().isEmpty()) placed = placed.getParent();
        return placed == null ? 0 : placed.getSourceSpans().getFirst().getLineIndex() + 1;
    }

    private static String shortened(String value) {
        return value.length() <= 60 ? value : value.substring(0, 60) + "…";
    }
}
