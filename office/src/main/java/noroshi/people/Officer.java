package noroshi.people;

import static noroshi.platform.Require.require;

import java.io.Serializable;
import java.util.Set;

/** Someone who signs in to the office; also the principal of a request. */
public record Officer(
        long id, String government, String login, String name, String department, Set<Role> roles, boolean prefectural)
        implements Serializable {

    public Officer {
        require(!login.isBlank(), "An officer has no login.");
        roles = Set.copyOf(roles);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** An administrator of the prefecture helps every municipality; everyone else acts at home only. */
    public boolean mayActFor(String code) {
        return government.equals(code) || (prefectural && has(Role.ADMINISTRATOR));
    }
}
