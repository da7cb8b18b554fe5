package noroshi.platform;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Whether work failed because the database went away under it, or gave no connection for it: nobody's fault, and to be done again as if it had
 * never begun.
 */
final class DatabaseAway {

    /** SQLSTATE: connection exceptions, and the server's own end (PostgreSQL, appendix A). */
    private static final String CONNECTION = "08";

    private static final String SHUTDOWN = "57P";

    private DatabaseAway() {}

    static boolean isReasonOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && isAway(refused)) return true;
            if (cause instanceof CannotCreateTransactionException) return true;
            // The rollback failed too; why it was to be rolled back stands beside the causes.
            if (cause instanceof TransactionSystemException lost
                    && lost.getApplicationException() != null
                    && lost.getApplicationException() != cause
                    && isReasonOf(lost.getApplicationException())) return true;
        }
        return false;
    }

    private static boolean isAway(SQLException refused) {
        if (refused instanceof SQLTransientConnectionException) return true;
        var state = refused.getSQLState();
        return state != null && (state.startsWith(CONNECTION) || state.startsWith(SHUTDOWN));
    }
}
