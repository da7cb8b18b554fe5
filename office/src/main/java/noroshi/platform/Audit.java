package noroshi.platform;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The record of every act, written in the act's own transaction; rows are never changed. */
@Component
public final class Audit {

    private final JdbcClient sql;
    private final InstantSource clock;

    Audit(JdbcClient sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * @param officer who acted; null for the system itself
     * @param act a verb, e.g. {@code article.published}
     * @param subject what it was done to, e.g. {@code article:12}
     */
    public void record(String government, @Nullable Long officer, String act, String subject, String detail) {
        sql.sql("""
                        insert into audit (government, at, officer, act, subject, detail)
                        values (:government, :at, :officer, :act, :subject, :detail)
                        """)
                .param("government", government)
                .param("at", Timestamp.from(clock.instant()))
                .param("officer", officer)
                .param("act", act)
                .param("subject", subject)
                .param("detail", detail)
                .update();
    }
}
