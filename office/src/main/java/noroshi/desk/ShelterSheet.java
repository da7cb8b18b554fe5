package noroshi.desk;

import java.util.List;
import java.util.Map;
import noroshi.shelters.Devices;
import noroshi.shelters.Need;
import noroshi.shelters.Report;
import noroshi.shelters.Shelter;
import org.jspecify.annotations.Nullable;

/**
 * One shelter with its log and the form for the next report.
 *
 * @param before what the report that holds contradicts, until somebody decides; null: nothing
 * @param typed what the form holds: the report that holds now, or what an officer typed that could not be taken
 */
public record ShelterSheet(
        Shelter shelter,
        Chip state,
        @Nullable Line before,
        List<Line> log,
        List<Devices.Line> devices,
        Map<String, String> typed) {

    public record Line(
            String at,
            String received,
            String state,
            String people,
            String needs,
            String note,
            String next,
            String source,
            String held) {}

    /** The report that holds. */
    public Line newer() {
        var report = shelter.report();
        if (report == null) throw new IllegalStateException("A shelter without a report has no dispute.");
        return line(report);
    }

    static Line line(Report report) {
        var told = report.told();
        var needs = new StringBuilder();
        for (var need : Need.values()) {
            var answer = told.answer(need);
            if (answer != Need.Answer.UNKNOWN)
                needs.append(needs.isEmpty() ? "" : "、")
                        .append(need.japanese())
                        .append("は")
                        .append(need.says(answer));
        }
        var people = new StringBuilder();
        if (told.people() != null) people.append("%,d人".formatted(told.people()));
        if (told.households() != null) people.append("・%,d世帯".formatted(told.households()));
        if (told.voluntaryPeople() != null) people.append("（うち自主避難 %,d人）".formatted(told.voluntaryPeople()));
        return new Line(
                Moments.brief(told.at()),
                Moments.brief(report.receivedAt()),
                told.state().japanese() + "・" + told.crowding().japanese(),
                people.toString(),
                needs.toString(),
                told.note(),
                Moments.brief(told.nextUpdate()),
                report.source().japanese(),
                report.held().japanese());
    }

    public String typed(String name) {
        return typed.getOrDefault(name, "");
    }
}
