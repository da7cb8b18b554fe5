package noroshi.markup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlNodeRendererFactory;
import org.commonmark.renderer.html.HtmlWriter;

/** Boxes, captions, contact data and footnotes as HTML of the full variant; the others show {@link PlainMarkup}. */
public final class MarkupHtml implements NodeRenderer {

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final Function<String, Contact> contacts;

    private MarkupHtml(HtmlNodeRendererContext context, Function<String, Contact> contacts) {
        this.context = context;
        this.html = context.getWriter();
        this.contacts = contacts;
    }

    /** @param contacts by a department's code, "" for the article's own */
    public static HtmlNodeRendererFactory factory(Function<String, Contact> contacts) {
        return context -> new MarkupHtml(context, contacts);
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Callout.class, Figure.class, ContactBlock.class, NoteCall.class, NoteName.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Callout callout -> callout(callout);
            case Figure figure -> figure(figure);
            case ContactBlock block -> contact(contacts.apply(block.department()));
            case NoteCall call -> call(call);
            case NoteName name -> name(name);
            default -> throw new IllegalStateException("Not ours: " + node);
        }
    }

    private void callout(Callout callout) {
        html.line();
        box("callout is-" + callout.kind().code(), callout.name());
        children(callout);
        html.tag("/div");
        html.line();
    }

    private void box(String kind, String name) {
        html.tag("div", Map.of("class", kind));
        html.tag("p", Map.of("class", "callout-name"));
        html.text(name);
        html.tag("/p");
        html.line();
    }

    private void figure(Figure figure) {
        html.line();
        html.tag("figure");
        children(figure);
        html.tag("figcaption");
        html.text(figure.caption());
        html.tag("/figcaption");
        html.tag("/figure");
        html.line();
    }

    private void contact(Contact contact) {
        html.line();
        box("callout is-contact", "お問い合わせ先");
        html.tag("p");
        link(contact.page(), contact.name());
        html.tag("/p");
        if (!contact.phone().isEmpty()) row("電話", "tel:" + contact.phone(), contact.phone());
        if (!contact.email().isEmpty()) row("メール", "mailto:" + contact.email(), contact.email());
        if (!contact.address().isEmpty()) row("所在地", "", contact.address());
        if (!contact.inquiry().isEmpty()) row("", contact.inquiry(), "問い合わせフォーム");
        html.tag("/div");
        html.line();
    }

    private void row(String name, String address, String words) {
        html.tag("p");
        if (!name.isEmpty()) html.text(name + "：");
        link(address, words);
        html.tag("/p");
    }

    private void link(String address, String words) {
        if (address.isEmpty()) {
            html.text(words);
            return;
        }
        html.tag("a", Map.of("href", address));
        html.text(words);
        html.tag("/a");
    }

    private void call(NoteCall call) {
        var words = "注" + call.number();
        var attributes = new LinkedHashMap<String, String>();
        attributes.put("class", "note");
        attributes.put("href", "#note-" + call.number());
        if (call.isFirst()) attributes.put("id", "note-call-" + call.number());
        html.tag("a", attributes);
        html.text("（" + words + "）");
        html.tag("/a");
    }

    private void name(NoteName name) {
        var words = "注" + name.number();
        html.tag("a", Map.of("id", "note-" + name.number(), "href", "#note-call-" + name.number()));
        html.text(words);
        html.tag("/a");
        html.text(" ");
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) context.render(child);
    }
}
