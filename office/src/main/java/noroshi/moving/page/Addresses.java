package noroshi.moving.page;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Addresses inside an old site, written one way: from the slash, dots resolved, what RFC 3986 allows as it is and everything else as
 * %XX of its UTF-8, with the query if there is one.
 */
public final class Addresses {

    public static final int CHARACTERS_MAX = 1_000;

    private static final String PLAIN = "-._~!$&'()*+,;=:@/";
    private static final Pattern SCHEME = Pattern.compile("(?i)[a-z][a-z0-9+.-]*:.*");
    private static final Pattern INDEX =
            Pattern.compile("(?i)/(index|default|top|main|home)\\.(html?|shtml|php|asp|aspx|jsp|cgi)$");

    private Addresses() {}

    /**
     * Where a link of a page leads.
     *
     * @param base address of the page; @param origin of the old site ({@code http://host}), or empty
     * @return null when it leads out of the site or is no address at all
     */
    public static @Nullable String resolve(String base, String link, String origin) {
        var sent = link.strip().replaceAll("[\\t\\n\\r]", "").replace('\\', '/');
        int mark = sent.indexOf('#');
        if (mark >= 0) sent = sent.substring(0, mark);
        if (sent.isEmpty()) return mark >= 0 ? base : null;
        var own = withoutOrigin(sent, origin);
        if (own == null) return null;
        int question = own.indexOf('?');
        var query = question < 0 ? "" : own.substring(question + 1);
        var path = question < 0 ? own : own.substring(0, question);
        if (path.isEmpty()) path = pathOf(base);
        else if (!path.startsWith("/")) path = folder(base) + path;
        return canonical(path, query);
    }

    private static @Nullable String withoutOrigin(String sent, String origin) {
        if (!SCHEME.matcher(sent).matches() && !sent.startsWith("//")) return sent;
        if (origin.isEmpty()) return null;
        var host = origin.replaceFirst("(?i)^https?:", "").toLowerCase(Locale.ROOT);
        var rest = sent.replaceFirst("(?i)^https?:", "");
        if (!rest.toLowerCase(Locale.ROOT).startsWith(host)) return null;
        var path = rest.substring(host.length());
        if (path.isEmpty()) return "/";
        return path.startsWith("/") || path.startsWith("?") ? (path.startsWith("?") ? "/" + path : path) : null;
    }

    /** The canonical form of a path and its query; null when it is too long or broken. */
    public static @Nullable String canonical(String path, String query) {
        var segments = new ArrayDeque<String>();
        var parts = written(path).split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            switch (parts[i]) {
                case "." -> {
                    if (last) segments.addLast("");
                }
                case ".." -> {
                    if (!segments.isEmpty()) segments.removeLast();
                    if (last) segments.addLast("");
                }
                case "" -> {
                    if (last) segments.addLast("");
                }
                default -> segments.addLast(parts[i]);
            }
        }
        var address = "/" + String.join("/", segments) + (query.isEmpty() ? "" : "?" + written(query));
        return address.length() > CHARACTERS_MAX ? null : address;
    }

    /** What is %XX already stays so, in capitals; whatever may not stand in an address is written so. */
    private static String written(String text) {
        var out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' && i + 2 < text.length() && hex(text.charAt(i + 1)) && hex(text.charAt(i + 2))) {
                int value = Integer.parseInt(text.substring(i + 1, i + 3), 16);
                if (value < 0x80 && isPlain(value) && value != '/') out.append((char) value);
                else out.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
                i += 3;
                continue;
            }
            if (c < 0x80 && (isPlain(c) || c == '?')) out.append((char) c);
            else percent(out, new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8));
            i += Character.charCount(c);
        }
        return out.toString();
    }

    private static void percent(StringBuilder out, byte[] bytes) {
        for (byte b : bytes) out.append('%').append("%02X".formatted(b & 0xFF));
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || PLAIN.indexOf(c) >= 0;
    }

    private static boolean hex(char c) {
        return Character.digit(c, 16) >= 0;
    }

    static String pathOf(String address) {
        int question = address.indexOf('?');
        return question < 0 ? address : address.substring(0, question);
    }

    static String folder(String address) {
        var path = pathOf(address);
        return path.substring(0, path.lastIndexOf('/') + 1);
    }

    /** Whether this is the page that a server shows for a folder. */
    public static boolean isIndex(String address) {
        return INDEX.matcher(address).find() || address.endsWith("/");
    }

    /** Every way in which the old site answered for this address, the address itself first. */
    public static List<String> spellings(String address) {
        var all = new LinkedHashSet<>(Set.of(address));
        all.addFirst(address);
        if (address.indexOf('?') < 0 && isIndex(address)) {
            var folder = folder(address);
            all.add(folder);
            if (folder.length() > 1) all.add(folder.substring(0, folder.length() - 1));
            all.add(folder + "index.html");
            all.add(folder + "index.htm");
        }
        return new ArrayList<>(all);
    }

    /** For looking up what servers without regard to capitals answered. */
    public static String folded(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    /** The name of a file as people read it. */
    public static String fileName(String address) {
        var path = pathOf(address);
        return readable(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
    }

    private static String readable(String text, Charset charset) {
        try {
            return java.net.URLDecoder.decode(text.replace("+", "%2B"), charset);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
