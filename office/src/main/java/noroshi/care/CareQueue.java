package noroshi.care;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What must be looked at again. Inside a worker's door. */
@Repository
class CareQueue {

    static final int ATTEMPTS_MAX = 5;
    private static final int LANE_FAILED = 9;
    private static final int PROBLEM_CHARACTERS_MAX = 500;

    private final JdbcClient sql;

    CareQueue(JdbcClient sql) {
        this.sql = sql;
    }

    enum Kind {
        ARTICLE,
        MEDIA,
        INQUIRY;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    record Due(long id, String government, Kind kind, String subject) {}

    /** Takes the next out of the queue, with every other row for the same thing: it is gone if this transaction is committed. */
    Optional<Due> take() {
        var next = sql.sql("""
                        delete from care_due where id = (
                            select id from care_due where attempts < %d order by lane, id limit 1 for update skip locked)
                        returning id, government, kind, subject
                        """.formatted(ATTEMPTS_MAX))
                .query((row, n) -> new Due(
                        row.getLong("id"),
                        row.getString("government"),
                        Kind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)),
                        row.getString("subject")))
                .optional();
        next.ifPresent(this::takeTheSame);
        return next;
    }

    private void takeTheSame(Due due) {
        sql.sql("""
                        delete from care_due where id in (
                            select id from care_due where government = :government and kind = :kind and subject = :subject
                             for update skip locked)
                        """)
                .param("government", due.government())
                .param("kind", due.kind().code())
                .param("subject", due.subject())
                .update();
    }

    /** It could not be looked at: behind all others, and after some attempts it stays for a person to see. */
    void failed(Due due, String problem) {
        sql.sql("""
                        update care_due set lane = :lane, attempts = attempts + 1, problem = :problem
                         where government = :government and kind = :kind and subject = :subject
                        """)
                .param("lane", LANE_FAILED)
                .param("problem", problem.substring(0, Math.min(problem.length(), PROBLEM_CHARACTERS_MAX)))
                .param("government", due.government())
                .param("kind", due.kind().code())
                .param("subject", due.subject())
                .update();
    }
}
