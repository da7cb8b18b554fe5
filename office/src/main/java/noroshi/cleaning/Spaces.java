package noroshi.cleaning;

/** White space as a browser shows it, and as Japanese wants it. */
final class Spaces {

    private Spaces() {}

    /** Runs of blanks become one; '\n' stays, without blanks around it. Ends of source lines count as blanks: see {@link #source}. */
    static String collapsed(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int last = out.length() - 1;
            if (c == '\n') {
                while (last >= 0 && out.charAt(last) == ' ') out.setLength(last--);
                out.append('\n');
            } else if (c == ' ' || c == '\t' || c == '\r' || c == '\f') {
                if (last >= 0 && out.charAt(last) != ' ' && out.charAt(last) != '\n' || last < 0) out.append(' ');
            } else out.append(c);
        }
        return out.toString();
    }

    /** Text as written in HTML: its line ends are blanks, but between Japanese letters they are nothing. */
    static String source(String text) {
        if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0) return text;
        var out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                out.append(c);
                i++;
                continue;
            }
            int end = i;
            boolean line = false;
            while (end < text.length() && " \n\r\t".indexOf(text.charAt(end)) >= 0) line |= text.charAt(end++) == '\n';
            boolean japanese = line
                    && i > 0
                    && end < text.length()
                    && Characters.isWide(text.codePointBefore(i))
                    && Characters.isWide(text.codePointAt(end));
            if (!japanese) out.append(' ');
            i = end;
        }
        return out.toString();
    }

    static String oneLine(String text) {
        return collapsed(text.replace('\n', ' ')).strip();
    }
}
