package noroshi.shelters;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of a report's form as a report, from a beacon or from the office. */
public final class ReportFields {

    private ReportFields() {}

    /** @throws IllegalArgumentException for a value that no form of ours sends */
    public static Told read(Map<String, String> fields, Instant at) {
        var needs = new EnumMap<Need, Need.Answer>(Need.class);
        for (var need : Need.values())
            needs.put(need, Need.Answer.valueOf(fields.getOrDefault(need.code(), "UNKNOWN")));
        int minutes = Integer.parseInt(fields.getOrDefault("next", "0"));
        if (minutes < 0 || minutes > Duration.ofDays(2).toMinutes())
            throw new IllegalArgumentException("The next report in %d minutes.".formatted(minutes));
        return new Told(
                at,
                State.valueOf(fields.getOrDefault("state", "")),
                count(fields, "people"),
                count(fields, "households"),
                count(fields, "voluntary_people"),
                count(fields, "voluntary_households"),
                Crowding.valueOf(fields.getOrDefault("crowding", "UNKNOWN")),
                needs,
                fields.getOrDefault("note", "")
                        .replace("\0", "")
                        .replace("\r\n", "\n")
                        .strip(),
                minutes == 0 ? null : at.plus(Duration.ofMinutes(minutes)));
    }

    private static @Nullable Integer count(Map<String, String> fields, String name) {
        var text = Normalizer.normalize(fields.getOrDefault(name, ""), Normalizer.Form.NFKC)
                .strip();
        return text.isEmpty() ? null : Integer.valueOf(text);
    }
}
