package noroshi.desk;

import java.util.List;

/**
 * The headquarters of a government.
 *
 * @param mayLead this officer may establish, change and dissolve
 * @param events emergencies that a headquarters may be for
 */
public record HeadquartersBoard(List<Row> rows, List<Choice> events, boolean mayLead) {

    /** @param number the government's own; @param lines the newest first */
    public record Row(
            int number,
            String title,
            List<Chip> marks,
            boolean stands,
            String kind,
            String event,
            String established,
            String place,
            String head,
            List<Line> lines) {}

    public record Line(String at, String act, String words, String recorded) {}

    /** @param value names the emergency; @param label for the officer, with its mark */
    public record Choice(String value, String label) {}

    public boolean noneStands() {
        return rows.stream().noneMatch(Row::stands);
    }
}
