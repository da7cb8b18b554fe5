package noroshi.desk;

import java.util.List;

/**
 * The timeline of one event.
 *
 * @param mayChange this officer may lead it on: it is declared, stands, and they have the role
 * @param lines the newest first
 */
public record EmergencyEvent(String name, String title, List<Chip> marks, boolean mayChange, List<Line> lines) {

    /** @param by 職員, or who else changed it */
    public record Line(String at, String hazard, String phase, String level, String words, String by) {}
}
