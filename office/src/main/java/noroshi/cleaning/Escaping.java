package noroshi.cleaning;

import java.util.regex.Pattern;

/** Keeps words from being read as markup (CommonMark 0.31). */
final class Escaping {

    // A list mark, a heading, a quote, a line below a heading, a fence, the second line of a table, a callout.
    private static final Pattern START =
            Pattern.compile("^(#{1,6}(?=\\s|$)|>|[-+](?=\\s|$)|[-=]+\\s*$|~~~|:::|[-:|][-:| ]*$)");
    private static final Pattern NUMBER = Pattern.compile("^(\\d{1,9})([.)])(?=\\s|$)");

    private Escaping() {}

    static String words(String text) {
        var out = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape =
                    switch (c) {
                        case '\\', '`', '*', '_', '[', ']' -> true;
                        default -> false;
                    };
            if (escape) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }

    /** Last of all, when it is known what stands behind a sign: tags and entities, but not in code. */
    static String signs(String line) {
        if (line.indexOf('<') < 0 && line.indexOf('&') < 0) return line;
        var out = new StringBuilder(line.length() + 8);
        boolean code = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : 0;
            boolean letter = (next | 0x20) >= 'a' && (next | 0x20) <= 'z';
            if (c == '\\' && !code) {
                out.append(c);
                if (next != 0) out.append(line.charAt(++i));
                continue;
            }
            if (c == '`') code = !code;
            boolean sign = c == '<' && (letter || next == '/' || next == '!' || next == '?')
                    || c == '&' && (letter || next == '#');
            if (sign && !code) out.append('\\');
            out.append(c);
        }
        return out.toString();
    }

    static String lineStart(String line) {
        var number = NUMBER.matcher(line);
        if (number.find()) return number.group(1) + "\\" + line.substring(number.end(1));
        return START.matcher(line).find() ? "\\" + line : line;
    }

    /** A row of # at the end of a heading would be taken as its close. */
    static String headingEnd(String text) {
        return text.endsWith("#") ? text.substring(0, text.length() - 1) + "\\#" : text;
    }

    static String cell(String words) {
        return words.replace("\n", " ").replace("|", "\\|").strip();
    }

    /** Inside quotation marks behind an image's address. */
    static String title(String words) {
        return words.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replaceAll("\\s+", " ")
                .strip();
    }

    static String address(String address) {
        return address.strip()
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("\\", "%5C")
                .replace("|", "%7C")
                .replace("*", "%2A")
                .replace("`", "%60");
    }
}
