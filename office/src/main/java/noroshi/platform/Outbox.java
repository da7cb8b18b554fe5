package noroshi.platform;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Announces events inside the caller's transaction: what is committed will be told, what is rolled back never was. */
@Component
public final class Outbox {

    private final JdbcClient sql;
    private final InstantSource clock;
    private final JsonMapper json;
    private final ObjectProvider<Listener> listeners;
    private final OutboxBell bell;

    Outbox(JdbcClient sql, InstantSource clock, JsonMapper json, ObjectProvider<Listener> listeners, OutboxBell bell) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.listeners = listeners;
        this.bell = bell;
    }

    /** One row for each listener of the event's topic. */
    public void announce(String government, Event event) {
        var concerned = concerned(event);
        if (concerned.isEmpty()) return;
        var now = java.sql.Timestamp.from(clock.instant());
        for (var listener : concerned)
            sql.sql("""
                            insert into outbox (government, listener, topic, key, facts, lane, created_at, due_at)
                            values (:government, :listener, :topic, :key, :facts, :lane, :now, :now)
                            """)
                    .param("government", government)
                    .param("listener", listener.name())
                    .param("topic", event.topic())
                    .param("key", event.key())
                    .param("facts", json.writeValueAsString(event.facts()))
                    .param("lane", listener.lane().ordinal())
                    .param("now", now)
                    .update();
        ringAfterCommit();
    }

    private List<Listener> concerned(Event event) {
        return listeners
                .orderedStream()
                .filter(l -> l.topics().contains(event.topic()))
                .toList();
    }

    private void ringAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                bell.ring();
            }
        });
    }
}
