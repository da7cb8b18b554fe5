package noroshi.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The address of a record.
 *
 * @param site  6-digit government code
 * @param path  starts with '/' (or '!' for reserved records such as {@code !404}); as on the request line, so printable
 *              ASCII with %XX for anything else
 * @param query "" unless the page depends on it; without '?'
 */
public record Key(String site, String path, String query) {
    public static final int PATH_CHARACTERS_MAX = 2048;
    public static final int QUERY_CHARACTERS_MAX = 2048;

    public Key {
        require(
                site.length() == 6 && site.chars().allMatch(c -> c >= '0' && c <= '9'),
                site,
                "a 6-digit government code");
        require(
                !path.isEmpty() && (path.charAt(0) == '/' || path.charAt(0) == '!'),
                path,
                "a path starting with / or !");
        require(path.length() <= PATH_CHARACTERS_MAX, path, "a path of at most " + PATH_CHARACTERS_MAX + " characters");
        require(
                query.length() <= QUERY_CHARACTERS_MAX,
                query,
                "a query of at most " + QUERY_CHARACTERS_MAX + " characters");
        require(
                printable(path) && printable(query),
                path + "?" + query,
                "printable ASCII; write other characters as %XX");
    }

    public static Key of(String site, String path) {
        return new Key(site, path, "");
    }

    /** The bytes that are hashed to find the record's shard: site NUL path NUL query. */
    byte[] bytes() {
        return (site + '\0' + path + '\0' + query).getBytes(StandardCharsets.US_ASCII);
    }

    static Key read(byte[] bytes) {
        String[] parts = new String(bytes, StandardCharsets.US_ASCII).split("\0", -1);
        if (parts.length != 3) {
            throw new SnapshotBroken("A key has three parts, not " + parts.length);
        }
        return new Key(parts[0], parts[1], parts[2]);
    }

    private static boolean printable(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static void require(boolean holds, String value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("Key part '" + Objects.toString(value) + "' must be " + expected);
        }
    }
}
