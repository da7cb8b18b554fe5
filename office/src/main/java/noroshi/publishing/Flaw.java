package noroshi.publishing;

/**
 * An error that shuts readers out, found before publication.
 *
 * @param rule its id, e.g. {@code image-name}; @param name the rule's Japanese name
 * @param field title, summary or body; @param line in the body, counted from 1; 0 elsewhere
 * @param words where it stands, shortened; @param reason what is wrong and what to do (Japanese)
 */
public record Flaw(String rule, String name, String field, int line, String words, String reason) {

    private static final int WORDS_CHARACTERS_MAX = 60;

    public Flaw {
        words = words.length() <= WORDS_CHARACTERS_MAX ? words : words.substring(0, WORDS_CHARACTERS_MAX) + "…";
    }

    /** 本文3行目、題名、要約 */
    public String place() {
        return switch (field) {
            case "title" -> "題名";
            case "summary" -> "要約";
            default -> "本文%d行目".formatted(line);
        };
    }
}
