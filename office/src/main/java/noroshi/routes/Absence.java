package noroshi.routes;

import java.time.LocalDate;

/** An officer is away from the first to the last day, and the delegate may decide in their place. */
public record Absence(long id, long officer, LocalDate from, LocalDate until, long delegate, String note) {

    public static final int DAYS_MAX = 366;
    public static final int NOTE_CHARACTERS_MAX = 200;

    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean overlaps(Absence other) {
        return !from.isAfter(other.until) && !other.from.isAfter(until);
    }
}
