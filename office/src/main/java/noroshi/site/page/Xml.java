package noroshi.site.page;

import java.util.regex.Pattern;

/** Writes XML: what people typed can be nothing but text. */
final class Xml {

    /** Characters that XML 1.0 §2.2 does not allow, not even escaped. */
    private static final Pattern FORBIDDEN = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    Xml raw(String markup) {
        text.append(markup);
        return this;
    }

    Xml element(String name, String content) {
        text.append('<')
                .append(name)
                .append('>')
                .append(escaped(content))
                .append("</")
                .append(name)
                .append(">\n");
        return this;
    }

    static String escaped(String typed) {
        return Html.escaped(FORBIDDEN.matcher(typed).replaceAll(""));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
