package noroshi.beacon;

import java.util.Arrays;
import java.util.stream.Collectors;
import noroshi.snapshot.Key;
import org.jspecify.annotations.Nullable;

/**
 * Where in a snapshot a request points.
 *
 * @param prefixed whether the address named the site itself ({@code /040002/…}); redirects then do so too
 * @param path canonical, starts with a slash; empty for {@code /040002} alone
 * @param query without {@link #INSIST}
 * @param insists the reader wants just this variant ({@code ?full}), however great the load
 */
record Place(String site, boolean prefixed, String path, String query, boolean insists) {

    private static final String INSIST = "full";
    private static final int CODE_LENGTH = 6;

    /** Null for a target that is refused (400). */
    static @Nullable Place of(String target, String host, Sites sites) {
        int mark = target.indexOf('?');
        String path = PathText.canonical(mark < 0 ? target : target.substring(0, mark));
        if (path == null || path.length() > Key.PATH_CHARACTERS_MAX) return null;
        String query = mark < 0 ? "" : target.substring(mark + 1);
        boolean insists =
                query.contains(INSIST) && Arrays.asList(query.split("&")).contains(INSIST);
        if (insists)
            query = Arrays.stream(query.split("&"))
                    .filter(word -> !word.equals(INSIST))
                    .collect(Collectors.joining("&"));
        if (namesSite(path) && sites.has(path.substring(1, 1 + CODE_LENGTH)))
            return new Place(path.substring(1, 1 + CODE_LENGTH), true, path.substring(1 + CODE_LENGTH), query, insists);
        return new Place(sites.ofHost(host), false, path, query, insists);
    }

    static Place top(String site) {
        return new Place(site, false, "/", "", false);
    }

    private static boolean namesSite(String path) {
        if (path.length() < 1 + CODE_LENGTH) return false;
        for (int i = 1; i <= CODE_LENGTH; i++) if (path.charAt(i) < '0' || path.charAt(i) > '9') return false;
        return path.length() == 1 + CODE_LENGTH || path.charAt(1 + CODE_LENGTH) == '/';
    }

    Variant variant() {
        return Variant.of(path);
    }

    /** The path in the full variant, which names the page whatever variant is shown. */
    String fullPath() {
        return path.substring(Math.min(path.length(), variant().prefix.length()));
    }

    Place in(Variant other) {
        return withPath(other.prefix + fullPath());
    }

    Key key() {
        return Key.of(site, path);
    }

    Key keyWithQuery() {
        return new Key(site, path, query);
    }

    /** Only a query that a key may hold is looked up; any other can not name a record. */
    boolean mayHaveOwnQuery() {
        return !query.isEmpty() && query.length() <= Key.QUERY_CHARACTERS_MAX;
    }

    /** The address of another path of this site, for a Location. */
    String address(String otherPath) {
        String words = insists ? query.isEmpty() ? INSIST : query + "&" + INSIST : query;
        return (prefixed ? "/" + site : "") + otherPath + (words.isEmpty() ? "" : "?" + words);
    }

    /** The address that shows this very variant, however great the load. */
    String insisting() {
        return new Place(site, prefixed, path, query, true).address(path);
    }

    Place withPath(String otherPath) {
        return new Place(site, prefixed, otherPath, query, insists);
    }
}
