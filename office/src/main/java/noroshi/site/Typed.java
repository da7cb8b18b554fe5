package noroshi.site;

/** What somebody typed or imported, made harmless for where it will stand. Pure. */
public final class Typed {

    private static final String ACTING = "\\`*_{}[]<>()#+-!|~&:";

    private Typed() {}

    /** One line of Markdown in which nothing acts. */
    public static String markdown(String raw) {
        var safe = new StringBuilder(raw.length() + 16);
        for (char c : raw.strip().replaceAll("\\s+", " ").toCharArray()) {
            if (ACTING.indexOf(c) >= 0) safe.append('\\');
            safe.append(c);
        }
        return safe.toString();
    }

    /** Text or an attribute's value in HTML and SVG. */
    public static String html(String raw) {
        return raw.replace("\0", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
