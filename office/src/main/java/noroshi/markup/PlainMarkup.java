package noroshi.markup;

import java.util.function.Function;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Says the same in CommonMark's own nodes: for the light variants, mails and plain text, which may cut it anywhere. */
public final class PlainMarkup extends AbstractVisitor {

    private final Function<String, Contact> contacts;

    private PlainMarkup(Function<String, Contact> contacts) {
        this.contacts = contacts;
    }

    /** Changes the tree. */
    public static void make(Node tree, Function<String, Contact> contacts) {
        tree.accept(new PlainMarkup(contacts));
    }

    @Override
    public void visit(CustomBlock block) {
        switch (block) {
            case Callout callout -> callout(callout);
            case Figure figure -> figure(figure);
            case ContactBlock contact -> contact(contact);
            default -> visitChildren(block);
        }
    }

    @Override
    public void visit(CustomNode node) {
        switch (node) {
            case NoteCall call -> replace(call, new Text("（注%d）".formatted(call.number())));
            case NoteName name -> replace(name, new Text("注%d ".formatted(name.number())));
            default -> visitChildren(node);
        }
    }

    private void callout(Callout callout) {
        visitChildren(callout);
        var quote = new BlockQuote();
        quote.appendChild(strong("【" + callout.name() + "】"));
        moveChildren(callout, quote);
        replace(callout, quote);
    }

    private void figure(Figure figure) {
        var paragraph = new Paragraph();
        moveChildren(figure, paragraph);
        paragraph.appendChild(new HardLineBreak());
        paragraph.appendChild(new Text(figure.caption()));
        replace(figure, paragraph);
    }

    private void contact(ContactBlock block) {
        var contact = contacts.apply(block.department());
        var quote = new BlockQuote();
        quote.appendChild(strong("【お問い合わせ先】"));
        var words = new Paragraph();
        words.appendChild(linked(contact.name(), contact.page()));
        if (!contact.phone().isEmpty()) line(words, "電話：", linked(contact.phone(), "tel:" + contact.phone()));
        if (!contact.email().isEmpty()) line(words, "メール：", linked(contact.email(), "mailto:" + contact.email()));
        if (!contact.address().isEmpty()) line(words, "所在地：", new Text(contact.address()));
        if (!contact.inquiry().isEmpty()) line(words, "", linked("問い合わせフォーム", contact.inquiry()));
        quote.appendChild(words);
        replace(block, quote);
    }

    private static void line(Paragraph words, String name, Node value) {
        words.appendChild(new HardLineBreak());
        if (!name.isEmpty()) words.appendChild(new Text(name));
        words.appendChild(value);
    }

    private static Node linked(String words, String address) {
        if (address.isEmpty()) return new Text(words);
        var link = new Link(address, null);
        link.appendChild(new Text(words));
        return link;
    }

    private static Paragraph strong(String words) {
        var paragraph = new Paragraph();
        var strong = new StrongEmphasis("**");
        strong.appendChild(new Text(words));
        paragraph.appendChild(strong);
        return paragraph;
    }

    private static void moveChildren(Node from, Node to) {
        for (Node child = from.getFirstChild(); child != null; ) {
            var next = child.getNext();
            to.appendChild(child);
            child = next;
        }
    }

    private static void replace(Node old, Node fresh) {
        old.insertBefore(fresh);
        old.unlink();
    }
}
