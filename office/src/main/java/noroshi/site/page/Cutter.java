package noroshi.site.page;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.renderer.html.HtmlRenderer;

/** Cuts a body where a reader would: between paragraphs, then between the rows of a table, items of a list, sentences. */
final class Cutter {

    private final HtmlRenderer renderer;
    private final int bytesMax;

    Cutter(HtmlRenderer renderer, int bytesMax) {
        this.renderer = renderer;
        this.bytesMax = bytesMax;
    }

    List<String> cut(Node parent) {
        var blocks = new ArrayList<String>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) blocks.addAll(split(node));
        return blocks;
    }

    /** Joins blocks again as long as a part stays within the limit; a heading goes with what follows it. */
    static List<String> join(List<String> blocks, int bytesMax) {
        var parts = new ArrayList<String>();
        var headings = new ContinuedHeadings();
        var part = new StringBuilder();
        boolean full = false;
        for (int i = 0; i < blocks.size(); i++) {
            var block = blocks.get(i);
            var next = ContinuedHeadings.isHeading(block) && i + 1 < blocks.size() ? block + blocks.get(i + 1) : block;
            if (full && compressed(part + next) > bytesMax) {
                parts.add(part.toString());
                part.setLength(0);
                part.append(headings.before(block));
            }
            part.append(block);
            headings.pass(block);
            full = !ContinuedHeadings.isHeading(block);
        }
        parts.add(part.toString());
        return parts;
    }

    private List<String> split(Node node) {
        var html = renderer.render(node);
        if (compressed(html) <= bytesMax) return List.of(html);
        return switch (node) {
            case BulletList list -> pieces(list, items -> "<ul>\n" + items + "</ul>\n");
            case OrderedList list -> numbered(list);
            case BlockQuote quote -> pieces(quote, inner -> "<blockquote>\n" + inner + "</blockquote>\n");
            case TableBlock table -> rows(table);
            case Paragraph ignored -> sentences(html);
            default -> List.of(html);
        };
    }

    private List<String> pieces(Node parent, UnaryOperator<String> wrap) {
        var blocks = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            var html = renderer.render(child);
            if (!piece.isEmpty() && compressed(piece + html) > bytesMax) {
                blocks.add(wrap.apply(piece.toString()));
                piece.setLength(0);
            }
            piece.append(html);
        }
        blocks.add(wrap.apply(piece.toString()));
        return blocks;
    }

    private List<String> numbered(OrderedList list) {
        var blocks = new ArrayList<String>();
        int number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var piece : pieces(list, items -> items)) {
            blocks.add("<ol start=\"%d\">\n%s</ol>\n".formatted(number, piece));
            number += piece.split("<li>", -1).length - 1;
        }
        return blocks;
    }

    private List<String> rows(TableBlock table) {
        var head = table.getFirstChild() instanceof TableHead first ? renderer.render(first) : "";
        var body = table.getLastChild();
        if (body == null || body instanceof TableHead) return List.of(renderer.render(table));
        return pieces(body, rows -> "<table>\n" + head + "<tbody>\n" + rows + "</tbody>\n</table>\n");
    }

    /** Between sentences that stand outside of any inline tag. */
    private List<String> sentences(String paragraph) {
        var inner = paragraph.strip().replaceAll("^<p>|</p>$", "");
        var blocks = new ArrayList<String>();
        var piece = new StringBuilder();
        for (var sentence : SentenceEnds.split(inner)) {
            if (!piece.isEmpty() && compressed(piece + sentence) > bytesMax) {
                blocks.add("<p>" + piece + "</p>\n");
                piece.setLength(0);
            }
            piece.append(sentence);
        }
        blocks.add("<p>" + piece + "</p>\n");
        return blocks;
    }

    /** What the text takes when compressed. */
    static int compressed(String html) {
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setInput(html.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var buffer = new byte[8192];
            int bytes = 0;
            while (!deflater.finished()) bytes += deflater.deflate(buffer);
            return bytes;
        }
    }
}
