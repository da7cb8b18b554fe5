package noroshi.site.page;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Where things are. Paths are inside a site; addresses begin with the site's code, so they work under every host. */
public final class Addresses {

    /** No series may be named so: these first path elements have a meaning of their own. */
    public static final Set<String> RESERVED = Set.of(
            "l",
            "t",
            "ruby",
            "plain",
            "en",
            "zh",
            "ko",
            "p",
            "areas",
            "topics",
            "departments",
            "governments",
            "media",
            "assets",
            "subscribe",
            "confirm",
            "unsubscribe",
            "inquiry",
            "receipt",
            "reply",
            "thanks",
            "refused",
            "search",
            "sitemap",
            "sitemaps",
            "about",
            "accessibility",
            "feed",
            "calendar",
            "shelters",
            "facilities",
            "damage");

    private static final Pattern ARTICLE = Pattern.compile("article:([0-9]{1,18})(#.*)?");
    private static final Pattern OWN = Pattern.compile("/([0-9]{6})(/.*)");

    private final SiteFacts site;
    private final Variant variant;

    public Addresses(SiteFacts site, Variant variant) {
        this.site = site;
        this.variant = variant;
    }

    /** A page of this site in the same variant. */
    public String page(String path) {
        return page(site.code(), path);
    }

    /** A page of another site, in the variant that the reader has chosen here. */
    public String page(String otherSite, String path) {
        return "/" + otherSite + variant.prefix() + path;
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

    /** A page of another government's site in the same variant. */
    public String other(String code, String path) {
        return "/" + code + variant.prefix() + path;
    }

    /** What search engines are told: under the site's own host name where it has one, without its code. */
    public String absolute(String path) {
        if (!site.host().isEmpty())
            return "%s://%s%s".formatted(site.publicUrl().getScheme(), site.host(), path);
        return site.publicUrl() + "/" + site.code() + path;
    }

    /**
     * A link of a body as this variant links: {@code /press/12} and {@code /040002/press/12} are pages of a site,
     * {@code article:12} is looked up, anything else stays.
     *
     * @return empty when the link leads nowhere
     */
    String resolved(String destination, Map<Long, String> articles) {
        var article = ARTICLE.matcher(destination);
        if (!article.matches()) return resolved(destination);
        var path = articles.get(Long.valueOf(article.group(1)));
        return path == null ? "" : resolved(path) + (article.group(2) == null ? "" : article.group(2));
    }

    private String resolved(String destination) {
        if (destination.startsWith("//") || !destination.startsWith("/")) return destination;
        var path = OWN.matcher(destination);
        if (path.matches())
            return isPage(path.group(2)) ? "/" + path.group(1) + variant.prefix() + path.group(2) : destination;
        return isPage(destination) ? page(destination) : file(destination);
    }

    private static boolean isPage(String path) {
        return !path.startsWith("/media/")
                && !path.startsWith("/assets/")
                && !path.endsWith(".xml")
                && !path.matches(".*\\.(ics|csv|json|geojson|jsonld|zip)");
    }
}
