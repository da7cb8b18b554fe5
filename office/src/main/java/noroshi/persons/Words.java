package noroshi.persons;

/** Texts as they were typed or imported: outer spaces and control characters go. */
final class Words {

    private Words() {}

    static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s\\u3000]+", " ").strip();
    }

    static String lines(String text) {
        return text.replace("\r\n", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\\n]]+", " ")
                .strip();
    }

    static String cut(String text, int charactersMax) {
        return text.length() <= charactersMax ? text : text.substring(0, charactersMax - 1) + "…";
    }
}
