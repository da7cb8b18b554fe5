package noroshi.site.page;

import java.nio.charset.StandardCharsets;
import noroshi.snapshot.Hash;

/** A small picture for tabs and bookmarks: a disc in the government's colour with its first character. */
final class Icon {

    private Icon() {}

    static String svg(SiteFacts site) {
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64"><rect width="64" height="64" rx="14" fill="%s"/>\
                <text x="32" y="45" font-size="36" font-weight="700" font-family="sans-serif" text-anchor="middle" fill="#fff">%s</text></svg>""".formatted(site.shownColor(), Html.escaped(site.name().substring(0, 1)));
    }

    static String path(SiteFacts site) {
        return "/assets/%s.svg"
                .formatted(Hash.of(svg(site).getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 32));
    }
}
