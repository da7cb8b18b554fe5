package noroshi.care;

import java.sql.Timestamp;
import java.time.Instant;
import noroshi.people.Officer;
import noroshi.platform.Audit;
import noroshi.platform.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was asked for is done, or need not be done any more; any officer of the government may say so, and the record tells who. */
@Component
public final class FinishCare {

    private final Tenancy tenancy;
    private final JdbcClient sql;
    private final Audit audit;

    FinishCare(Tenancy tenancy, JdbcClient sql, Audit audit) {
        this.tenancy = tenancy;
        this.sql = sql;
        this.audit = audit;
    }

    public record Command(String government, long request, Officer by, Instant at) {}

    /** False: there is no such request, or it was done before. */
    public boolean handle(Command command) {
        if (!command.by().mayActFor(command.government())) return false;
        return tenancy.in(command.government(), () -> {
            var article = sql.sql("""
                            update care_request set done_at = :at, done_by = :by
                             where government = :government and id = :id and done_at is null returning article
                            """)
                    .param("at", Timestamp.from(command.at()))
                    .param("by", command.by().id())
                    .param("government", command.government())
                    .param("id", command.request())
                    .query(Long.class)
                    .optional();
            article.ifPresent(id -> audit.record(
                    command.government(),
                    command.by().id(),
                    "care.finished",
                    "article:" + id,
                    "依頼 %d".formatted(command.request())));
            return article.isPresent();
        });
    }
}
