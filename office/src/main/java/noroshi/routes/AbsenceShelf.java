package noroshi.routes;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The absences of a government's officers that are not over. Reads and writes inside a door of Tenancy. */
@Repository
public class AbsenceShelf {

    private final JdbcClient sql;

    public AbsenceShelf(JdbcClient sql) {
        this.sql = sql;
    }

    /** Those that last until that day or longer, the earliest first. */
    public Absences from(String government, LocalDate day) {
        return new Absences(sql.sql("""
                        select id, officer, from_day, until_day, delegate, note from absence
                         where government = :government and until_day >= :day order by from_day, id
                        """)
                .param("government", government)
                .param("day", Date.valueOf(day))
                .query((row, n) -> new Absence(
                        row.getLong("id"),
                        row.getLong("officer"),
                        row.getDate("from_day").toLocalDate(),
                        row.getDate("until_day").toLocalDate(),
                        row.getLong("delegate"),
                        row.getString("note")))
                .list());
    }

    /** One after the other: two absences entered at once must not close a circle together. */
    void hold(String government) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:key, 7400))::text")
                .param("key", "absence " + government)
                .query(String.class)
                .single();
    }

    long add(String government, Absence absence, long by, Instant at) {
        return sql.sql("""
                        insert into absence (government, officer, from_day, until_day, delegate, note, entered_by, entered_at)
                        values (:government, :officer, :from, :until, :delegate, :note, :by, :at) returning id
                        """)
                .param("government", government)
                .param("officer", absence.officer())
                .param("from", Date.valueOf(absence.from()))
                .param("until", Date.valueOf(absence.until()))
                .param("delegate", absence.delegate())
                .param("note", absence.note())
                .param("by", by)
                .param("at", Timestamp.from(at))
                .query(Long.class)
                .single();
    }

    void remove(String government, long id) {
        sql.sql("delete from absence where government = :government and id = :id")
                .param("government", government)
                .param("id", id)
                .update();
    }
}
