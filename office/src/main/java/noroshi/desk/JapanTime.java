package noroshi.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import noroshi.platform.Time;
import noroshi.publishing.Outcome.Problem;
import org.jspecify.annotations.Nullable;

/** A date field and a time field, read together in Japan's time. */
record JapanTime(String field, String name, String date, String time) {

    boolean isEmpty() {
        return date.isBlank() && time.isBlank();
    }

    /** Null when empty or not readable; then a problem has been added. */
    @Nullable
    Instant read(LocalTime whenNoTime, List<Problem> problems) {
        if (isEmpty()) return null;
        if (date.isBlank()) {
            problems.add(new Problem(field, name + "の日付がありません。日付を入力するか、時刻を消してください。"));
            return null;
        }
        try {
            var clock = time.isBlank() ? whenNoTime : LocalTime.parse(time);
            return LocalDate.parse(date).atTime(clock).atZone(Time.JAPAN).toInstant();
        } catch (DateTimeException e) {
            problems.add(new Problem(field, name + "を日時として読めません。日付は 2026-03-11、時刻は 14:46 のように入力してください。"));
            return null;
        }
    }
}
