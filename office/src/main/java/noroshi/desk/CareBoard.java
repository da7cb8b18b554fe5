package noroshi.desk;

import java.util.List;
import noroshi.care.Checkup;
import noroshi.people.Department;
import org.jspecify.annotations.Nullable;

/**
 * The report on the check of a whole site.
 *
 * @param department code of the one looked at; "" : all; @param chosen its name
 */
public record CareBoard(
        Checkup.State state,
        Checkup.@Nullable Run run,
        List<Row> departments,
        List<RuleRow> rules,
        List<Checkup.Point> trend,
        CareChart chart,
        String department,
        String chosen,
        List<Department> choices,
        boolean mayStart) {

    /** @param errorShare and @param warningShare of the longest row, 0 to 100 */
    public record Row(String code, String name, Checkup.Sum sum, long errorShare, long warningShare) {}

    public record RuleRow(Checkup.OfRule of, Chip chip, String criterion) {}

    public int pages() {
        return departments.stream().mapToInt(row -> row.sum().pages()).sum();
    }

    public int faulty() {
        return departments.stream().mapToInt(row -> row.sum().faulty()).sum();
    }

    public int errors() {
        return departments.stream().mapToInt(row -> row.sum().errors()).sum();
    }

    public int warnings() {
        return departments.stream().mapToInt(row -> row.sum().warnings()).sum();
    }

    /** 0 to 100: public pages without an error. */
    public long sound() {
        return pages() == 0 ? 100 : Math.round(Math.floor(100.0 * (pages() - faulty()) / pages()));
    }
}
