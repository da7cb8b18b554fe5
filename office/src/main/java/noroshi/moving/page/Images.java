package noroshi.moving.page;

import java.util.List;
import org.jsoup.nodes.Element;

/** Images of an old page: those that say something come along, decoration does not. */
final class Images {

    private static final String ORNAMENT =
            "(?i).*(icon|ico_|arrow|bullet|line|bg|back|mark|yaji|ya_|point|new\\d*|button|btn|title_|bar)[^/]*\\.(gif|png|jpe?g)$";
    private static final int ORNAMENT_PIXELS = 40;

    private final Lines lines;
    private final List<Remark> remarks;

    Images(Lines lines, List<Remark> remarks) {
        this.lines = lines;
        this.remarks = remarks;
    }

    String write(Element image) {
        var source = image.attr("src").strip();
        var alt = image.attr("alt").replaceAll("\\s+", " ").strip();
        boolean inLink = image.closest("a[href]") != null;
        if (alt.isEmpty() && isOrnament(image, source)) return "";
        // Within a link its words are what matters.
        if (inLink && !alt.isEmpty()) return Lines.escaped(alt);
        if (source.isEmpty() || inLink) return "";
        return switch (lines.target(source)) {
            case Target.File(var path, var isImage, var name, var bytes)
            when isImage -> "![" + Lines.escaped(alt) + "](" + path + ")";
            case Target.File file -> gone(alt, source, "画像として読めません");
            case Target.Page page -> gone(alt, source, "画像ではなくページです");
            case Target.Lost(var reason) -> gone(alt, source, reason);
        };
    }

    private String gone(String alt, String source, String reason) {
        if (remarks.stream().filter(one -> one.rule().equals("image")).count() < 30)
            remarks.add(Remark.warning(
                    "image",
                    "画像「%s」：%s。画像なしで移しました。"
                            .formatted(source.length() <= 100 ? source : source.substring(0, 100), reason)));
        return Lines.escaped(alt);
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
