package noroshi.channels;

import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes into the ledger how an attempt ended. */
@Repository
class Results {

    /** As many hard refusals in a row end the mailing to an address. */
    static final int REFUSALS_MAX = 2;

    private static final int PROBLEM_CHARACTERS_MAX = 500;

    private final JdbcClient sql;

    Results(JdbcClient sql) {
        this.sql = sql;
    }

    void record(Delivery delivery, Outcome outcome, Instant now) {
        switch (outcome) {
            case Outcome.Sent sent -> sent(delivery, sent.answer(), now);
            case Outcome.Refused refused -> {
                if (!close(delivery, "refused", refused.answer(), now)) return;
                if (refused.mailboxGone()) blame(delivery);
            }
            case Outcome.RetryLater later -> retry(delivery, later, now);
        }
    }

    /** One statement, as it is done for every mail: closed, the life of its token starts, earlier refusals are forgotten. */
    private void sent(Delivery delivery, String answer, Instant now) {
        sql.sql("""
                        with closed as (
                            update delivery set status = 'sent', leased_until = null, done_at = :now, problem = :answer
                             where id = :id and status in ('claimed', 'waiting') and attempts = :attempts
                            returning id, subscriber),
                        begun as (
                            update mail_token t set expires_at = :end from closed
                             where t.delivery = closed.id and t.expires_at is null)
                        update subscriber s set refusals = 0 from closed where s.id = closed.subscriber and s.refusals > 0
                        """)
                .param("now", Timestamp.from(now))
                .param("answer", shortened(answer))
                .param("id", delivery.id())
                .param("attempts", delivery.attempts())
                .param("end", Timestamp.from(now.plus(TokenStore.CONFIRMATION_LIFE)))
                .update();
    }

    private void retry(Delivery delivery, Outcome.RetryLater later, Instant now) {
        if (!now.isBefore(BackOff.givenUpAt(delivery.lane(), delivery.createdAt()))) {
            close(delivery, "given_up", later.answer(), now);
            return;
        }
        sql.sql("""
                        update delivery set status = 'waiting', leased_until = null, due_at = :due, problem = :problem
                         where id = :id and status = 'claimed' and attempts = :attempts
                        """)
                .param("due", Timestamp.from(now.plus(BackOff.pause(delivery.lane(), delivery.attempts()))))
                .param("problem", shortened(later.answer()))
                .param("id", delivery.id())
                .param("attempts", delivery.attempts())
                .update();
    }

    /** False when another sender has tried since: its result counts. A lease that ran out unnoticed does no harm. */
    private boolean close(Delivery delivery, String status, @Nullable String problem, Instant now) {
        return sql.sql("""
                        update delivery set status = :status, leased_until = null, done_at = :now, problem = :problem
                         where id = :id and status in ('claimed', 'waiting') and attempts = :attempts
                        """)
                        .param("status", status)
                        .param("now", Timestamp.from(now))
                        .param("problem", problem == null ? null : shortened(problem))
                        .param("id", delivery.id())
                        .param("attempts", delivery.attempts())
                        .update()
                == 1;
    }

    private void blame(Delivery delivery) {
        if (delivery.subscriber() == null) return;
        sql.sql("""
                        update subscriber
                           set refusals = refusals + 1,
                               status = case when status = 'confirmed' and refusals + 1 >= :most then 'bouncing' else status end
                         where id = :id
                        """)
                .param("most", REFUSALS_MAX)
                .param("id", delivery.subscriber())
                .update();
    }

    private static String shortened(String text) {
        return text.length() <= PROBLEM_CHARACTERS_MAX ? text : text.substring(0, PROBLEM_CHARACTERS_MAX);
    }
}
