package noroshi.moving;

import org.jspecify.annotations.Nullable;

/**
 * Which pages go where. The first rule that catches a page decides; what it leaves open, a later one or the job's own series tells.
 *
 * @param words for a path: how the address begins; otherwise words that must stand there
 * @param skip pages it catches are not moved
 */
public record MovingRule(
        Field field,
        String words,
        @Nullable String series,
        @Nullable String department,
        boolean skip) {

    public static final int RULES_MAX = 200;
    public static final int WORDS_CHARACTERS_MAX = 200;

    /** Where a rule looks. */
    public enum Field {
        PATH("アドレスの始まり"),
        TRAIL("パンくずの言葉"),
        TEXT("本文と欄外の言葉"),
        META("meta（名前=値）"),
        TITLE("題名の言葉");

        private final String japanese;

        Field(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** What of a page rules look at. */
    record Looked(String address, String trail, String text, String meta, String title) {}

    boolean catches(Looked page) {
        return switch (field) {
            case PATH -> page.address().startsWith(words);
            case TRAIL -> page.trail().contains(words);
            case TEXT -> page.text().contains(words);
            case META -> page.meta().lines().anyMatch(line -> line.equalsIgnoreCase(words) || line.startsWith(words));
            case TITLE -> page.title().contains(words);
        };
    }
}
