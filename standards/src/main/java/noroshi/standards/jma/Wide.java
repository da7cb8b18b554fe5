package noroshi.standards.jma;

/** Full-width digits, as JMA writes them for readers. */
final class Wide {
    private Wide() {}

    static String digits(String text) {
        StringBuilder wide = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wide.append(c >= '0' && c <= '9' ? (char) (c - '0' + '０') : c == '.' ? '．' : c);
        }
        return wide.toString();
    }
}
