package noroshi.routes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import noroshi.people.Role;
import org.jspecify.annotations.Nullable;

/** How rows become steps, and roles columns. */
final class StepRows {

    private StepRows() {}

    static Step step(ResultSet row, int number) throws SQLException {
        return new Step(
                row.getInt("position"),
                row.getString("name"),
                role(row.getString("role")),
                row.getString("department"),
                row.getBoolean("own_department"),
                longs(row.getArray("officers")),
                row.getInt("required"));
    }

    private static @Nullable Role role(@Nullable String code) {
        return code == null ? null : Role.valueOf(code.toUpperCase(Locale.ROOT));
    }

    static @Nullable String code(@Nullable Role role) {
        return role == null ? null : role.name().toLowerCase(Locale.ROOT);
    }

    static List<Long> longs(Array column) throws SQLException {
        return Arrays.asList((Long[]) column.getArray());
    }

    static Long[] column(List<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    static List<String> strings(Array column) throws SQLException {
        return Arrays.asList((String[]) column.getArray());
    }
}
