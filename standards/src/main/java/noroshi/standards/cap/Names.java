package noroshi.standards.cap;

/** The names by which alerts are told apart. */
final class Names {
    private Names() {}

    /** CAP 1.2 §3.2.1: no spaces, commas or restricted characters, since references are made of these names. */
    static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().noneMatch(c -> c == ',' || c == '<' || c == '&' || Character.isWhitespace(c));
    }

    static void check(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'%s' is no identifier or sender: no spaces, commas, < or &.".formatted(name));
        }
    }
}
