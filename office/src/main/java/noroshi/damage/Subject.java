package noroshi.damage;

import static noroshi.platform.Require.require;

import org.jspecify.annotations.Nullable;

/**
 * What is damaged: it is corrected in silence.
 *
 * @param name e.g. 国道45号（志津川地内）; @param operator who runs or repairs it; "" unknown
 * @param district by which it is found and sorted; "" unknown; @param position null: not on the map
 */
public record Subject(
        Kind kind,
        String name,
        String operator,
        String district,
        String address,
        @Nullable Position position) {

    public static final int NAME_CHARACTERS_MAX = 100;
    public static final int LINE_CHARACTERS_MAX = 200;

    public Subject {
        name = name.strip();
        operator = operator.strip();
        district = district.strip();
        address = address.strip();
        require(!name.isEmpty(), "A damage has no name.");
        require(
                name.length() <= NAME_CHARACTERS_MAX,
                "A damage's name has %d characters; at most %d.",
                name.length(),
                NAME_CHARACTERS_MAX);
        for (var line : new String[] {operator, district, address})
            require(
                    line.length() <= LINE_CHARACTERS_MAX,
                    "'%s' has %d characters; at most %d.",
                    line,
                    line.length(),
                    LINE_CHARACTERS_MAX);
    }
}
