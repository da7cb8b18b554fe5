package noroshi.publishing;

import java.util.Locale;
import java.util.Set;
import org.commonmark.renderer.html.UrlSanitizer;

/** Which addresses may stand in a page: an allow-list, checked once more when rendering. */
final class SafeAddresses implements UrlSanitizer {

    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel", "article");

    static boolean isSafeLink(String address) {
        var scheme = scheme(address);
        return !hasControls(address) && (scheme.isEmpty() ? !address.startsWith("//") : SCHEMES.contains(scheme));
    }

    /** Only what the site itself delivers: with a beacon alone in the world nothing else would load. */
    static boolean isSafeImage(String address) {
        return !hasControls(address) && address.startsWith("/") && !address.startsWith("//");
    }

    @Override
    public String sanitizeLinkUrl(String url) {
        return isSafeLink(url) ? url : "";
    }

    @Override
    public String sanitizeImageUrl(String url) {
        return isSafeImage(url) ? url : "";
    }

    /** The scheme in lower case; empty for paths, fragments and queries. */
    static String scheme(String address) {
        int colon = address.indexOf(':');
        if (colon < 0) return "";
        for (int i = 0; i < colon; i++) {
            char c = address.charAt(i);
            if (c == '/' || c == '?' || c == '#') return "";
        }
        return address.substring(0, colon).toLowerCase(Locale.ROOT);
    }

    /** Browsers drop tabs and line ends inside an address and would then see another scheme. */
    private static boolean hasControls(String address) {
        return address.chars().anyMatch(c -> c <= 0x20 || c == 0x7F || c == '\\');
    }
}
