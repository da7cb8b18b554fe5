package noroshi.persons;

import java.util.Locale;

/** As told; not told is {@code UNKNOWN}. */
public enum Sex {
    UNKNOWN(""),
    FEMALE("女性"),
    MALE("男性"),
    OTHER("その他");

    private final String japanese;

    Sex(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** Codes, and the words that lists of evacuees use. */
    static Sex of(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "" -> UNKNOWN;
            case "female", "女", "女性", "f" -> FEMALE;
            case "male", "男", "男性", "m" -> MALE;
            case "other", "その他" -> OTHER;
            default -> throw new IllegalArgumentException("性別「%s」は、男・女・その他のどれかにしてください".formatted(Words.cut(text, 20)));
        };
    }
}
