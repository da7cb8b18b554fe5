package noroshi.routes;

import static noroshi.platform.Require.require;

import java.util.List;
import noroshi.people.Officer;
import noroshi.people.Role;
import org.jspecify.annotations.Nullable;

/**
 * One step of a route: so many of these people must approve before the next step begins.
 *
 * @param role whoever has it may, in {@code department} or, when {@code ownDepartment}, in the author's; null: only the officers named
 * @param officers ids of those who may besides
 */
public record Step(
        int position,
        String name,
        @Nullable Role role,
        @Nullable String department,
        boolean ownDepartment,
        List<Long> officers,
        int required) {

    public static final int NAME_CHARACTERS_MAX = 40;
    public static final int REQUIRED_MAX = 9;
    public static final int OFFICERS_MAX = 50;

    public Step {
        require(position >= 1, "step %d", position);
        require(required >= 1, "required (%d)", required);
        officers = officers.stream().distinct().toList();
    }

    /** What a series asks for that has no route of its own. */
    static Step simple(int approvals) {
        return new Step(1, "承認", Role.APPROVER, null, false, List.of(), approvals);
    }

    /** The same step for an author of that department. */
    Step in(String authorsDepartment) {
        return ownDepartment ? new Step(position, name, role, authorsDepartment, false, officers, required) : this;
    }

    /** Whether the officer may decide here in their own name. */
    public boolean suits(Officer officer, String government) {
        if (officers.contains(officer.id())) return true;
        if (role == null || !officer.has(role) || !officer.mayActFor(government)) return false;
        if (ownDepartment) return true;
        return department == null
                || department.equals(officer.department())
                        && officer.government().equals(government);
    }
}
