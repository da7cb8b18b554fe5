package noroshi.site.page;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/**
 * Images in a body: shown in the full variant, linked in the others; written {@code ![alt](media:HASH)}. Only media of the
 * edition appear: an image from elsewhere would tell others who reads, and would be gone when it is needed.
 */
final class Pictures implements NodeRenderer {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final HtmlNodeRendererContext context;
    private final Variant variant;
    private final Addresses addresses;
    private final Map<String, MediaFacts> known;

    Pictures(HtmlNodeRendererContext context, Variant variant, Addresses addresses, Map<String, MediaFacts> known) {
        this.context = context;
        this.variant = variant;
        this.addresses = addresses;
        this.known = known;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
        var image = (Image) node;
        var html = context.getWriter();
        var matcher = HASH.matcher(image.getDestination());
        var media = matcher.find() ? known.get(matcher.group()) : null;
        var alt = alt(image);
        if (media == null) {
            html.text("（画像：%s）".formatted(alt));
            return;
        }
        if (alt.isBlank()) alt = media.alt();
        if (variant == Variant.FULL) {
            var attributes = new java.util.LinkedHashMap<String, String>();
            attributes.put("src", addresses.media(media));
            attributes.put("alt", alt);
            if (media.width() > 0 && media.height() > 0) {
                attributes.put("width", String.valueOf(media.width()));
                attributes.put("height", String.valueOf(media.height()));
            }
            attributes.put("loading", "lazy");
            html.tag("img", attributes);
            return;
        }
        html.raw("画像：");
        html.tag("a", Map.of("href", addresses.media(media)));
        html.text(alt);
        html.tag("/a");
        html.text("（%s）".formatted(Words.size(media.bytes())));
    }

    private static String alt(Image image) {
        var words = new StringBuilder();
        image.accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                words.append(text.getLiteral());
            }
        });
        return words.toString();
    }
}
