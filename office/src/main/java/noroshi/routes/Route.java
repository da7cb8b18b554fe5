package noroshi.routes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way from a request to an approved edition.
 *
 * @param series of which it is; null: every series without its own; @param department of the author; null: every
 * @param readers ids of officers, and {@code readerDepartments} departments, that the edition is shown to once it is approved
 */
public record Route(
        String government,
        long id,
        String name,
        @Nullable String series,
        @Nullable String department,
        List<Step> steps,
        List<Long> readers,
        List<String> readerDepartments) {

    public static final int NAME_CHARACTERS_MAX = 60;
    public static final int STEPS_MAX = 9;
    public static final int READERS_MAX = 100;

    public Route {
        steps = List.copyOf(steps);
        readers = readers.stream().distinct().toList();
        readerDepartments = readerDepartments.stream().distinct().toList();
    }

    /** One step for approvers, or none at all: what a series' count means. */
    public static Route simple(String government, String series, int approvals) {
        return new Route(
                government,
                0,
                "承認",
                series,
                null,
                approvals == 0 ? List.of() : List.of(Step.simple(approvals)),
                List.of(),
                List.of());
    }

    /** How many approvals it asks for altogether. */
    public int approvals() {
        return steps.stream().mapToInt(Step::required).sum();
    }

    public boolean isSimple() {
        return id == 0;
    }

    /** The same route for an author of that department: what an edition keeps. */
    public Route in(String authorsDepartment) {
        var resolved = steps.stream().map(step -> step.in(authorsDepartment)).toList();
        return new Route(government, id, name, series, department, resolved, readers, readerDepartments);
    }
}
