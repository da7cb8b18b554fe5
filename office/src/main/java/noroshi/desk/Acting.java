package noroshi.desk;

import java.util.List;
import noroshi.people.Government;
import noroshi.people.Officer;
import noroshi.people.Role;

/**
 * For which government an officer works on a screen: their own, or one that a prefecture's administrator has chosen.
 *
 * @param choices the governments they may act for; empty: their own only
 */
public record Acting(Officer officer, Government government, List<Government> choices) {

    public Acting {
        choices = List.copyOf(choices);
    }

    public String code() {
        return government.code();
    }

    public boolean isAtHome() {
        return officer.government().equals(government.code());
    }

    public boolean has(Role role) {
        return officer.has(role);
    }

    public boolean isAdministrator() {
        return officer.has(Role.ADMINISTRATOR);
    }

    /** An address of the office that keeps the choice. */
    public String at(String path) {
        if (isAtHome()) return path;
        return path + (path.contains("?") ? "&" : "?") + "government=" + government.code();
    }
}
