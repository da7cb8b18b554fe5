package noroshi.care;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import noroshi.publishing.InternalLinks;
import noroshi.publishing.Markdown;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;

/** The links of a text in Markdown, in its order. */
final class LinkList extends AbstractVisitor {

    static final int LINKS_MAX = 500;
    private static final int WORDS_CHARACTERS_MAX = 120;
    private static final int ADDRESS_CHARACTERS_MAX = 1_000;

    /**
     * @param address as written; @param kind article, media, list or outside
     * @param target id, hash, series, or the address of an outside page without its fragment; @param line counted from 1
     */
    record Written(String address, String kind, String target, String words, int line) {}

    private final String ownSite;
    private final List<Written> links = new ArrayList<>();

    private LinkList(String ownSite) {
        this.ownSite = ownSite;
    }

    /** @param ownSite address of the government's own public site, without a slash at the end: links below it are inside ones */
    static List<Written> of(String body, String ownSite) {
        var list = new LinkList(ownSite);
        Markdown.tree(body, UnaryOperator.identity()).accept(list);
        return List.copyOf(list.links);
    }

    @Override
    public void visit(Link link) {
        add(link, link.getDestination());
        visitChildren(link);
    }

    @Override
    public void visit(Image image) {
        add(image, image.getDestination());
    }

    private void add(Node node, String written) {
        if (links.size() >= LINKS_MAX || written.length() > ADDRESS_CHARACTERS_MAX) return;
        int line = node.getSourceSpans().isEmpty()
                ? 1
                : node.getSourceSpans().getFirst().getLineIndex() + 1;
        var address = written.startsWith(ownSite + "/") ? written.substring(ownSite.length()) : written;
        if (address.matches("(?i)https?://.*")) {
            var target = outside(address);
            if (!target.isEmpty()) links.add(new Written(written, "outside", target, words(node), line));
            return;
        }
        switch (InternalLinks.target(address)) {
            case InternalLinks.Target.ToArticle(var id, var path) ->
                links.add(new Written(written, "article", String.valueOf(id), words(node), line));
            case InternalLinks.Target.ToMedia(var hash) ->
                links.add(new Written(written, "media", hash, words(node), line));
            case InternalLinks.Target.ToList(var series) ->
                links.add(new Written(written, "list", series, words(node), line));
            case InternalLinks.Target.Elsewhere elsewhere -> {}
        }
    }

    /** Without fragment, the host in small letters; empty: nothing that could be fetched. */
    static String outside(String address) {
        try {
            var uri = new URI(address.replaceFirst("#.*$", "")).parseServerAuthority();
            if (uri.getHost() == null) return "";
            var scheme = uri.getScheme().toLowerCase(Locale.ROOT);
            var port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
            var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
            return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + port + path + query;
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String words(Node node) {
        var words = new StringBuilder();
        for (Node at = node.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof Text text) words.append(text.getLiteral());
            else if (at instanceof Code code) words.append(code.getLiteral());
            else words.append(words(at));
        }
        var found = words.toString().strip();
        return found.length() <= WORDS_CHARACTERS_MAX ? found : found.substring(0, WORDS_CHARACTERS_MAX) + "…";
    }
}
