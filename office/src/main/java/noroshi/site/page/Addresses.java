package noroshi.site.page;

import java.util.Set;

/** Where things are. Paths are inside a site; addresses begin with the site's code, so they work under every host. */
public final class Addresses {

    /** No series may be named so: these first path elements have a meaning of their own. */
    public static final Set<String> RESERVED = Set.of(
            "l", "t", "ruby", "plain", "en", "zh", "ko", "p", "areas", "topics", "departments", "governments", "media",
            "assets", "subscribe", "confirm", "unsubscribe", "inquiry", "receipt", "reply", "thanks", "refused", "search",
            "sitemap", "sitemaps", "about", "accessibility", "feed", "calendar");

    private final SiteFacts site;
    private final Variant variant;

    public Addresses(SiteFacts site, Variant variant) {
        this.site = site;
        this.variant = variant;
    }

    /** A page of this site in the same variant. */
    public String page(String path) {
        return "/" + site.code() + variant.prefix() + path;
    }

    /** Something that has no variants: feeds, calendars, media. */
    public String file(String path) {
        return "/" + site.code() + path;
    }

    public String media(MediaFacts media) {
        return file("/media/" + media.file());
    }

    public String in(Variant other, String path) {
        return "/" + site.code() + other.prefix() + path;
    }

    public String absolute(String path) {
        return site.publicUrl() + "/" + site.code() + path;
    }
}
