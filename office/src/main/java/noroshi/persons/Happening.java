package noroshi.persons;

import java.util.Locale;

/** What a note is about, beside what its author believes. */
public enum Happening {
    SAID("情報"),
    CHECK_IN("入所"),
    TRANSFER("移動"),
    CHECK_OUT("退所");

    private final String japanese;

    Happening(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
