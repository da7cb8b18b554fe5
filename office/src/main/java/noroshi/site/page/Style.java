package noroshi.site.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import noroshi.snapshot.Hash;

/** The look of a site: one style sheet named by its content, and a small one that travels inside lite pages. */
final class Style {

    private static final String FULL = resource("site.css");
    private static final String LITE = resource("lite.css");

    private static final Map<String, String> LITE_HASHES = new ConcurrentHashMap<>();

    private Style() {}

    static String full(SiteFacts site) {
        return FULL.replace("#00573d", site.shownColor());
    }

    /** The path inside the site under which the style sheet stands: another content, another path. */
    static String path(SiteFacts site) {
        return "/assets/%s.css"
                .formatted(Hash.of(full(site).getBytes(StandardCharsets.UTF_8))
                        .hex()
                        .substring(0, 32));
    }

    static String fingerprint() {
        return Hash.of((FULL + LITE).getBytes(StandardCharsets.UTF_8)).hex();
    }

    static String lite(SiteFacts site) {
        return LITE.replace("#00573d", site.color());
    }

    /** For the header that allows exactly this style and no other. */
    static String liteHash(SiteFacts site) {
        // Asked for every page; there are only as many colours as governments.
        return LITE_HASHES.computeIfAbsent(site.color(), color -> source(lite(site)));
    }

    static String fullHash(SiteFacts site) {
        return source(full(site));
    }

    private static String source(String style) {
        var hash = Hash.of(style.getBytes(StandardCharsets.UTF_8)).hex();
        return "sha256-" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash));
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(Style.class.getResourceAsStream("/noroshi/site/" + name), name)) {
            // Comments name sources for us; readers' lines need not carry them.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("(?s)/\\*.*?\\*/", "")
                    .replaceAll("\\s*\\n\\s*", "")
                    .replaceAll("\\s*([{};,>])\\s*", "$1")
                    .replace(": ", ":")
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
