package noroshi.workflow;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who was reminded on which day. Reads and writes inside a door of Tenancy. */
@Repository
public class Reminders {

    private final JdbcClient sql;

    Reminders(JdbcClient sql) {
        this.sql = sql;
    }

    /** @param waiting approvals, and @param reviews articles past their review date, that the officer was reminded of */
    public record Reminder(LocalDate day, int waiting, int reviews) {}

    /** False when the officer was reminded that day already. */
    boolean add(String government, long officer, Reminder reminder, Instant at) {
        return sql.sql("""
                        insert into reminder (government, officer, day, waiting, reviews, at)
                        values (:government, :officer, :day, :waiting, :reviews, :at) on conflict do nothing
                        """)
                        .param("government", government)
                        .param("officer", officer)
                        .param("day", Date.valueOf(reminder.day()))
                        .param("waiting", reminder.waiting())
                        .param("reviews", reminder.reviews())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    public Optional<Reminder> find(String government, long officer, LocalDate day) {
        return sql.sql(
                        "select day, waiting, reviews from reminder where government = :government and officer = :officer and day = :day")
                .param("government", government)
                .param("officer", officer)
                .param("day", Date.valueOf(day))
                .query((row, n) ->
                        new Reminder(row.getDate("day").toLocalDate(), row.getInt("waiting"), row.getInt("reviews")))
                .optional();
    }
}
