package noroshi.people;

import java.util.Arrays;
import java.util.Optional;

/** What a token may be used for; its officer's roles still hold. */
public enum Scope {
    READ("read"),
    ARTICLES_WRITE("articles:write"),
    ARTICLES_PUBLISH("articles:publish"),
    /** May say that another system holds the approvals an article needs (administrators only). */
    ARTICLES_APPROVED_ELSEWHERE("articles:approved-elsewhere"),
    TELEGRAMS_WRITE("telegrams:write"),
    /** Another repository of persons may copy whom the public may find (administrators only); {@link #READ} does not reach it. */
    PERSONS_FEED("persons:feed"),
    /** Shelters, damage and losses. */
    REGISTERS_WRITE("registers:write"),
    /** Records of persons, which need more care than those of things. */
    PERSONS_WRITE("persons:write"),
    /** Emergencies and evacuation information. */
    EMERGENCIES_WRITE("emergencies:write"),
    EVERYTHING("*");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<Scope> find(String code) {
        return Arrays.stream(values()).filter(scope -> scope.code.equals(code)).findFirst();
    }
}
