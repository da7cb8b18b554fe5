package noroshi.shelters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A place as it stands: a shelter, or a facility without reports.
 *
 * @param version grows with each change of the master data
 * @param report the one that holds now; null: nobody has told anything
 * @param number the own number by which lists know it, "" without one
 */
public record Shelter(
        String government,
        long id,
        int version,
        Master master,
        @Nullable Report report,
        String number,
        Instant changedAt) {

    public State state() {
        return report == null ? State.UNOPENED : report.told().state();
    }

    /** The path of its public page. */
    public String path() {
        return "/shelters/" + id;
    }
}
