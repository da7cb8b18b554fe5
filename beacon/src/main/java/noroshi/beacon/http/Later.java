package noroshi.beacon.http;

import java.util.concurrent.atomic.AtomicBoolean;

/** The promise of an answer, to be kept from any thread. Until then its connection reads nothing. */
public final class Later {

    private final Connection connection;
    private final int request;
    private final AtomicBoolean kept = new AtomicBoolean();

    Later(Connection connection, int request) {
        this.connection = connection;
        this.request = request;
    }

    /** Only the first answer counts; one for a connection that is gone falls silent. */
    public void answer(Answer answer) {
        if (kept.compareAndSet(false, true)) connection.answerFromElsewhere(request, answer);
    }
}
