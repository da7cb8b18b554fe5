package noroshi.moving;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import noroshi.moving.page.Addresses;

/** Which old addresses can lead to the new pages: every spelling but those that the new site answers itself. Pure. */
final class OldPaths {

    /** First path elements with a meaning of their own on every site of ours. */
    static final Set<String> RESERVED = Set.of(
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
            "calendar");

    private final Set<String> series;

    OldPaths(Collection<String> series) {
        this.series = Set.copyOf(series);
    }

    /** @param target inside the new site; @return old address → target, in the order of their weight */
    Map<String, String> of(String address, String target) {
        var paths = new LinkedHashMap<String, String>();
        for (var spelling : Addresses.spellings(address))
            if (!isOwn(spelling) && !spelling.equals(target)) paths.put(spelling, target);
        return paths;
    }

    boolean isOwn(String address) {
        if (address.equals("/")) return true;
        var first = address.substring(1).replaceFirst("[/?].*", "");
        if (!RESERVED.contains(first) && !series.contains(first)) return false;
        if (first.equals("media") || first.equals("assets")) return true;
        // /news/index.html was never an address of ours; /news/, /news/12 and /news/feed.xml are.
        return !address.matches(
                "(?i)/.+\\.(html?|shtml|php|asp|aspx|jsp|cgi|pdf|docx?|xlsx?|csv|txt|gif|jpe?g|png)(\\?.*)?");
    }
}
