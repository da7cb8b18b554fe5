package noroshi.desk;

import java.util.List;
import java.util.Set;
import noroshi.people.Department;
import noroshi.people.Role;

/** Officers: the list with its form for a new one, or one officer's sheet; the fields keep what was typed. */
public record StaffSheet(
        List<Row> rows, long id, boolean active, Fields fields, List<Department> departments, String state) {

    public record Row(long id, String login, String name, String department, String roles, List<Chip> marks) {}

    public record Fields(String login, String name, String department, String email, Set<Role> roles) {

        static final Fields EMPTY = new Fields("", "", "", "", Set.of());

        public boolean has(Role role) {
            return roles.contains(role);
        }
    }

    public Role[] allRoles() {
        return Role.values();
    }
}
