package noroshi.api;

import java.util.LinkedHashMap;
import java.util.Map;
import noroshi.platform.HealthFacts;
import noroshi.platform.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether the office is well, for whoever watches it: no more than a stranger may know. */
@RestController
class HealthController {

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final ObjectProvider<HealthFacts> facts;

    HealthController(Tenancy tenancy, JdbcClient sql, ObjectProvider<HealthFacts> facts) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.facts = facts;
    }

    private record Outbox(long waiting, long dead) {}

    @GetMapping(path = "/health", produces = "application/json")
    ResponseEntity<Map<String, Object>> health() {
        var health = new LinkedHashMap<String, Object>();
        try {
            var outbox = tenancy.everywhere(this::outbox);
            health.put("status", "ok");
            health.put("database", "ok");
            health.put("outbox", Map.of("waiting", outbox.waiting(), "dead", outbox.dead()));
            facts.orderedStream().forEach(source -> health.put(source.name(), source.facts()));
            return ResponseEntity.ok(health);
        } catch (RuntimeException e) {
            // The edge of the office: whatever is broken, the answer is that something is.
            health.put("status", "unwell");
            health.putIfAbsent("database", "away");
            return ResponseEntity.status(503).body(health);
        }
    }

    private Outbox outbox() {
        return sql.sql("""
                        select count(*) filter (where dead_at is null) waiting,
                               count(*) filter (where dead_at is not null) dead from outbox
                        """).query(Outbox.class).single();
    }
}
