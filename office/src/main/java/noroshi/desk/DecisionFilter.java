package noroshi.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import noroshi.platform.Time;
import noroshi.publishing.DecisionLog;
import org.jspecify.annotations.Nullable;

/** Which decisions are looked for, as typed; what cannot be read asks for everything. @param until the last day */
public record DecisionFilter(
        String from, String until, String officer, String department, String series, String decision) {

    public boolean isEmpty() {
        return (from + until + officer + department + series + decision).isEmpty();
    }

    DecisionLog.Question question(@Nullable Long before) {
        return new DecisionLog.Question(
                start(day(from), 0),
                start(day(until), 1),
                officer.matches("[0-9]{1,18}") ? Long.valueOf(officer) : null,
                department.isEmpty() ? null : department,
                series.isEmpty() ? null : series,
                decision.isEmpty() ? null : decision,
                before);
    }

    private static @Nullable Instant start(@Nullable LocalDate day, int later) {
        return day == null ? null : day.plusDays(later).atStartOfDay(Time.JAPAN).toInstant();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    /** The filter in an address, without what is empty. */
    public String query() {
        return "from=%s&until=%s&officer=%s&department=%s&series=%s&decision=%s"
                .formatted(
                        coded(from), coded(until), coded(officer), coded(department), coded(series), coded(decision));
    }

    private static String coded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
