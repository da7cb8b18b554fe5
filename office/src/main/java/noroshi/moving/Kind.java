package noroshi.moving;

import java.util.Locale;
import java.util.Set;
import noroshi.moving.page.Addresses;
import noroshi.moving.source.Found;

/** What an address of an old site holds, by its name and its first letters. */
enum Kind {
    PAGE,
    MEDIA,
    OTHER;

    private static final Set<String> PAGES = Set.of(
            "html", "htm", "shtml", "shtm", "xhtml", "php", "asp", "aspx", "jsp", "cgi", "do", "cfm", "pl", "jhtml");
    private static final Set<String> OTHERS = Set.of(
            "css",
            "js",
            "map",
            "ico",
            "woff",
            "woff2",
            "ttf",
            "eot",
            "otf",
            "swf",
            "class",
            "jar",
            "xsl",
            "xslt",
            "db",
            "ini",
            "htaccess",
            "log",
            "bak",
            "tmp",
            "lck",
            "mno",
            "inc",
            "dwt",
            "lbi",
            "xml",
            "rdf",
            "json",
            "htc",
            "cur",
            "sql",
            "sh",
            "exe");

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(Found found) {
        var type = found.type().toLowerCase(Locale.ROOT);
        if (type.startsWith("text/html") || type.startsWith("application/xhtml") || type.startsWith("text/markdown"))
            return PAGE;
        var name = Addresses.fileName(found.address()).toLowerCase(Locale.ROOT);
        if (name.equals("robots.txt") || name.startsWith(".")) return OTHER;
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1);
        if (PAGES.contains(ending)) return PAGE;
        if (OTHERS.contains(ending)) return OTHER;
        return dot < 0 ? looksLikeHtml(found.content()) ? PAGE : OTHER : MEDIA;
    }

    private static boolean looksLikeHtml(byte[] content) {
        var head = new String(content, 0, Math.min(1_000, content.length), java.nio.charset.StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        return head.contains("<html")
                || head.contains("<!doctype html")
                || head.contains("<body")
                || head.contains("<head");
    }

    /** By the address alone, for what was not fetched yet. */
    static Kind expected(String address) {
        return of(new Found(address, "<html".getBytes(java.nio.charset.StandardCharsets.US_ASCII), "", null));
    }
}
