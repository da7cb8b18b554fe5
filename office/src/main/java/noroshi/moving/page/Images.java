package noroshi.moving.page;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Images of an old page: those that say something come along, decoration does not. */
final class Images {

    private static final String ORNAMENT =
            "(?i).*(icon|ico_|arrow|bullet|line|bg|back|mark|yaji|ya_|point|new\\d*|button|btn|title_|bar)[^/]*\\.(gif|png|jpe?g)$";
    private static final int ORNAMENT_PIXELS = 40;

    private static final int REMARKS_MAX = 30;

    private final Rerouting rerouting;
    private final List<Remark> remarks;

    Images(Rerouting rerouting, List<Remark> remarks) {
        this.rerouting = rerouting;
        this.remarks = remarks;
    }

    void reroute(Element image) {
        var source = image.attr("src").strip();
        var alt = image.attr("alt").replaceAll("\\s+", " ").strip();
        // Within a link its words are what matters.
        if (source.isEmpty() || image.closest("a[href]") != null || alt.isEmpty() && isOrnament(image, source))
            image.replaceWith(new TextNode(alt));
        else
            switch (rerouting.image(source)) {
                case Target.File(var path, var isImage, var name, var bytes)
                when isImage -> image.attr("src", path).attr("alt", alt);
                case Target.File file -> gone(image, alt, source, "画像として読めません");
                case Target.Page page -> gone(image, alt, source, "画像ではなくページです");
                case Target.Lost(var reason) -> gone(image, alt, source, reason);
            }
    }

    private void gone(Element image, String alt, String source, String reason) {
        if (remarks.size() < REMARKS_MAX)
            remarks.add(Remark.warning(
                    "image",
                    "画像「%s」：%s。画像なしで移しました。"
                            .formatted(source.length() <= 100 ? source : source.substring(0, 100), reason)));
        image.replaceWith(new TextNode(alt));
    }

    private static boolean isOrnament(Element image, String source) {
        boolean small = size(image, "width") <= ORNAMENT_PIXELS || size(image, "height") <= ORNAMENT_PIXELS;
        return small || source.matches(ORNAMENT) || image.hasAttr("alt") && source.matches("(?i).*\\.gif$");
    }

    private static int size(Element image, String side) {
        var text = image.attr(side).strip();
        return text.matches("\\d{1,5}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
    }
}
