package noroshi.publishing;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/** A prepared tree as plain text: for mail, the text variant, and search. */
final class MarkdownPlainText extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();
    private int indent;

    static String of(Node tree) {
        var text = new MarkdownPlainText();
        tree.accept(text);
        return text.out.toString().strip() + "\n";
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        end(paragraph.getParent() instanceof ListItem ? 1 : 2);
    }

    @Override
    public void visit(Heading heading) {
        out.append(heading.getLevel() == 2 ? "■ " : "● ");
        visitChildren(heading);
        end(2);
    }

    @Override
    public void visit(BulletList list) {
        items(list, 0);
    }

    @Override
    public void visit(OrderedList list) {
        var first = list.getMarkerStartNumber();
        items(list, first == null ? 1 : first);
    }

    /** @param number of the first item; 0: no numbers */
    private void items(Node list, int number) {
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            out.append("　".repeat(indent)).append(number == 0 ? "・" : number++ + ". ");
            indent++;
            visitChildren(item);
            indent--;
            end(1);
        }
        if (indent == 0) end(2);
    }

    @Override
    public void visit(BlockQuote quote) {
        visitChildren(quote);
    }

    @Override
    public void visit(Link link) {
        int start = out.length();
        visitChildren(link);
        var address = link.getDestination().replaceFirst("^(mailto|tel):", "");
        if (!out.substring(start).strip().equals(address))
            out.append("（").append(address).append("）");
    }

    @Override
    public void visit(Image image) {
        out.append("［画像: ");
        visitChildren(image);
        out.append("］");
    }

    @Override
    public void visit(CustomBlock block) {
        visitChildren(block);
        if (block instanceof TableBlock) end(2);
    }

    @Override
    public void visit(CustomNode node) {
        visitChildren(node);
        if (node instanceof TableCell && node.getNext() != null) out.append(" ／ ");
        if (node instanceof TableRow) end(1);
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(FencedCodeBlock code) {
        out.append(code.getLiteral());
        end(2);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        out.append(code.getLiteral());
        end(2);
    }

    @Override
    public void visit(HtmlBlock html) {
        out.append(html.getLiteral());
        end(2);
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak end) {
        out.append(' ');
    }

    @Override
    public void visit(HardLineBreak end) {
        out.append('\n');
    }

    @Override
    public void visit(ThematicBreak line) {
        out.append("――――――――");
        end(2);
    }

    /** Ends a line, with no more than the wanted number of line ends behind it. */
    private void end(int lines) {
        int present = 0;
        while (present < lines && out.length() > present && out.charAt(out.length() - 1 - present) == '\n') present++;
        out.append("\n".repeat(lines - present));
    }
}
