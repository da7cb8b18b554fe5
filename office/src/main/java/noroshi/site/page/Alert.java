package noroshi.site.page;

import static noroshi.platform.Require.require;

import java.time.Instant;

/**
 * Something urgent for one site.
 *
 * @param level 警戒レベル 1 to 5; it decides colour and order
 * @param word what stands in the coloured field, e.g. 警戒レベル4 or 大津波警報
 * @param site and path of the page that says more
 */
public record Alert(
        int level,
        String word,
        String title,
        String text,
        String site,
        String path,
        String mark,
        Instant issuedAt,
        Window window) {
    public Alert {
        require(level >= 1 && level <= 5, "A level is 1 to 5, not %d.", level);
        require(path.startsWith("/"), "A path inside the site starts with a slash, not '%s'.", path);
    }
}
