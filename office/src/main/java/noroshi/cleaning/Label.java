package noroshi.cleaning;

/**
 * The words of a link. Blanks at its ends belong outside, also those within an emphasis and full-width ones.
 *
 * @param before at most one blank; @param after likewise
 */
record Label(String before, String words, String after) {

    static Label of(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isEdge(text.charAt(from))) from++;
        while (to > from && isEdge(text.charAt(to - 1))) to--;
        var begin = text.substring(0, from);
        var end = text.substring(to);
        if (from == to) return new Label(blank(text), "", "");
        return new Label(blank(begin), marks(begin) + text.substring(from, to) + marks(end), blank(end));
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    private static boolean isEdge(char c) {
        return isBlank(c) || Emphasis.isMark(c);
    }

    private static boolean isBlank(char c) {
        return Spaces.isBlank(c) || c == '　';
    }

    private static String blank(String edge) {
        return edge.chars()
                .filter(c -> isBlank((char) c))
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
    }

    private static String marks(String edge) {
        return edge.chars()
                .filter(Emphasis::isMark)
                .mapToObj(Character::toString)
                .collect(java.util.stream.Collectors.joining());
    }
}
