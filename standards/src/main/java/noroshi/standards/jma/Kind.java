package noroshi.standards.jma;

/**
 * A thing that JMA names by code: a warning, a tsunami grade, a volcanic alert.
 *
 * @param code "" where JMA gives none
 * @param condition 発表, 継続, 引上げ …; "" if none
 */
public record Kind(String code, String name, String condition) {
    Kind(String code, String name) {
        this(code, name, "");
    }
}
