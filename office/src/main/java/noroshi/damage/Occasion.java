package noroshi.damage;

import static noroshi.platform.Require.require;

import java.time.Instant;

/**
 * One disaster about which losses are reported: a prefecture opens it for all its municipalities.
 *
 * @param code for addresses, e.g. 20110311-jishin; @param name 平成23年東北地方太平洋沖地震
 */
public record Occasion(String government, String code, String name, Instant begunAt) {

    public static final int NAME_CHARACTERS_MAX = 60;

    public Occasion {
        require(
                code.matches("[a-z0-9][a-z0-9-]{2,39}"),
                "'%s' is no code of an occasion: 3 to 40 of a-z, 0-9, -.",
                code);
        require(
                !name.isBlank() && name.length() <= NAME_CHARACTERS_MAX,
                "An occasion's name has 1 to %d characters.",
                NAME_CHARACTERS_MAX);
    }

    /** The path of its public page. */
    public String path() {
        return "/damage/losses/" + code;
    }
}
