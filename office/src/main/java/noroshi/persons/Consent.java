package noroshi.persons;

import java.util.Locale;

/** Whether the person, or for the dead the family, agrees that the name is made public. */
public enum Consent {
    UNKNOWN("未確認"),
    GIVEN("同意あり"),
    REFUSED("公表しない");

    private final String japanese;

    Consent(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Consent of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
