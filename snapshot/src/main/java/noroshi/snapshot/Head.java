package noroshi.snapshot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header fields that belong to a page's content.
 *
 * @param type     Content-Type
 * @param language Content-Language, if one is told
 * @param more     Content-Security-Policy, Content-Disposition …; never fields of the connection, caching or length
 */
public record Head(String type, @Nullable String language, List<Header> more) {
    public static final int HEADERS_MAX = 16;
    public static final int VALUE_BYTES_MAX = 8192;

    public record Header(String name, String value) {
        public Header {
            requireLine(name);
            requireLine(value);
        }
    }

    public Head {
        more = List.copyOf(more);
        requireLine(type);
        if (language != null) {
            requireLine(language);
        }
        if (more.size() > HEADERS_MAX) {
            throw new IllegalArgumentException(
                    "A head has at most " + HEADERS_MAX + " further headers, not " + more.size());
        }
    }

    public static Head of(String type) {
        return new Head(type, null, List.of());
    }

    private static void requireLine(String text) {
        if (text.isEmpty() || text.length() > VALUE_BYTES_MAX || !text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
            throw new IllegalArgumentException("A header field is one line of printable ASCII, not '" + text + "'");
        }
    }
}
