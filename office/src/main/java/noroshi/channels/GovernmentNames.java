package noroshi.channels;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a government is called in mails. */
@Repository
class GovernmentNames {

    private final JdbcClient sql;

    GovernmentNames(JdbcClient sql) {
        this.sql = sql;
    }

    String name(String government) {
        return sql.sql("select name from government where code = :code")
                .param("code", government)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new IllegalArgumentException("There is no government %s.".formatted(government)));
    }
}
