package noroshi.people;

import static noroshi.platform.Require.require;

/**
 * A prefecture or municipality: the tenant.
 *
 * @param code 全国地方公共団体コード, 6 digits
 */
public record Government(
        String code, String name, String kana, String kind, String color, String phone, String email, String address) {

    public Government {
        require(code.matches("[0-9]{6}"), "A government's code has 6 digits, not '%s'.", code);
        require(!name.isBlank(), "Government %s has no name.", code);
    }

    public boolean isPrefecture() {
        return kind.equals("prefecture");
    }
}
