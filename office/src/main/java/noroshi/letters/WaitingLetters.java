package noroshi.letters;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Letters that came before what they need: reports of a telephone whose enrolment is still on its way over another beacon. */
@Component
public class WaitingLetters {

    private final JdbcClient sql;

    WaitingLetters(JdbcClient sql) {
        this.sql = sql;
    }

    /**
     * What one of the two does before it looks whether the other is there, inside the transaction: whoever comes second sees the first, so that
     * nothing waits for what is there already.
     */
    public void meet(String government, String what) {
        sql.sql("select pg_advisory_xact_lock(hashtextextended(:what, 1624))")
                .param("what", government + " " + what)
                .query(row -> {});
    }

    /** It has come: those that wait for it are handled a moment later. Inside the transaction in which it came. */
    public void wake(String government, String what) {
        sql.sql("""
                        update letter set status = 'failed', due_at = stored_at
                         where government = :government and waits_for = :what and status = 'not_understood'
                        """).param("government", government).param("what", what).update();
    }
}
