package noroshi.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayTest {

    @Test
    void aServerThatEndsOrALineThatBreaksIsTheDatabaseAway() {
        for (var state : new String[] {"57P01", "57P02", "57P03", "08006", "08001"})
            assertThat(DatabaseAway.isReasonOf(
                            new DataAccessResourceFailureException("select", new SQLException("gone", state))))
                    .as(state)
                    .isTrue();
    }

    @Test
    void noConnectionInTimeIsTheDatabaseAway() {
        assertThat(DatabaseAway.isReasonOf(new CannotCreateTransactionException("no connection")))
                .isTrue();
        assertThat(DatabaseAway.isReasonOf(
                        new IllegalStateException(new SQLTransientConnectionException("request timed out"))))
                .isTrue();
    }

    @Test
    void whyItWasRolledBackCountsWhenTheRollbackFailedToo() {
        var lost = new TransactionSystemException("JDBC rollback failed", new SQLException("Connection is closed"));
        lost.initApplicationException(new SQLExceptionWrapped("57P01"));
        assertThat(DatabaseAway.isReasonOf(lost)).isTrue();
    }

    /** A mistake of the announcement must go on counting: it would come for ever. */
    @Test
    void whatTheDatabaseRefusesIsNot() {
        assertThat(DatabaseAway.isReasonOf(
                        new DuplicateKeyException("insert", new SQLException("duplicate key", "23505"))))
                .isFalse();
        assertThat(DatabaseAway.isReasonOf(new IllegalStateException("a mistake")))
                .isFalse();
        var refused = new TransactionSystemException("JDBC commit failed", new SQLException("deferred", "23503"));
        refused.initApplicationException(new IllegalStateException("a mistake"));
        assertThat(DatabaseAway.isReasonOf(refused)).isFalse();
    }

    private static final class SQLExceptionWrapped extends RuntimeException {
        SQLExceptionWrapped(String state) {
            super(new SQLException("terminating connection", state));
        }
    }
}
