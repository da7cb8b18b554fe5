package noroshi.site.page;

import java.util.List;
import noroshi.snapshot.Head;
import noroshi.snapshot.Head.Header;

/** The header fields of each kind of page; beacons add what is the same for all. Scripts run only where a register brings one (shelters). */
final class Heads {

    private static final String CLOSED =
            "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Heads() {}

    static Head page(SiteFacts site, Variant variant) {
        var policy =
                switch (variant) {
                    case FULL -> CLOSED + "; style-src 'self'; img-src 'self'; media-src 'self'";
                    case LITE -> CLOSED + "; style-src '" + Style.liteHash(site) + "'";
                    case TEXT -> CLOSED;
                };
        return new Head("text/html; charset=utf-8", "ja", List.of(new Header("Content-Security-Policy", policy)));
    }

    /** A full page with one script of the site's own; what it asks for, it asks the site. */
    static Head running(SiteFacts site) {
        var policy = CLOSED
                + "; style-src 'self'; img-src 'self'; media-src 'self'; script-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'";
        return new Head("text/html; charset=utf-8", "ja", List.of(new Header("Content-Security-Policy", policy)));
    }

    static Head file(String type) {
        return Head.of(type);
    }

    /** Files that people sent in: shown in a box from which nothing reaches the site. */
    static Head media(MediaFacts media) {
        var disposition = media.isImage() || media.type().equals("application/pdf") ? "inline" : "attachment";
        return new Head(
                media.type(),
                null,
                List.of(
                        new Header("Content-Security-Policy", "default-src 'none'; sandbox"),
                        new Header(
                                "Content-Disposition",
                                "%s; filename*=UTF-8''%s".formatted(disposition, percent(media.name())))));
    }

    private static String percent(String name) {
        return java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
