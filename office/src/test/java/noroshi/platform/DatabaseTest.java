package noroshi.platform;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A test on a real PostgreSQL: every table is emptied before each test; time stands still until it is set. */
public abstract class DatabaseTest {

    private final TestDatabase database = TestDatabase.instance();

    protected final SettableClock clock = new SettableClock(Instant.parse("2026-03-11T05:46:00Z"));
    protected final JdbcClient sql = JdbcClient.create(database.doors);
    protected final Tenancy tenancy =
            new Tenancy(new TransactionTemplate(new DataSourceTransactionManager(database.doors)), sql);
    protected final Audit audit = new Audit(sql, clock);
    protected final List<Listener> listeners = new ArrayList<>();
    protected final JsonMapper json = JsonMapper.builder().build();
    protected final Outbox outbox = new Outbox(sql, clock, json, provider(), new OutboxBell());
    protected final OutboxStore rows = new OutboxStore(sql, json);

    @BeforeEach
    void emptyEveryTable() throws SQLException {
        try (var connection = asOwner();
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ declare tables text; begin
                        select string_agg(quote_ident(tablename), ', ') into tables from pg_tables
                         where schemaname = 'public' and tablename <> 'flyway_schema_history';
                        execute 'truncate ' || tables || ' restart identity cascade';
                    end $$""");
        }
    }

    /** The owner's connection: may alter policies, to see that the tests then fail. */
    protected java.sql.Connection asOwner() throws SQLException {
        return DriverManager.getConnection(database.owner.url(), database.owner.user(), database.owner.password());
    }

    /** Lets every listener do all that is announced, as the workers would. */
    protected void deliverAnnouncements() {
        var worker = outboxWorker();
        boolean again = true;
        while (again) {
            again = false;
            for (var listener : List.copyOf(listeners)) again |= worker.step(listener, Instant.EPOCH);
        }
    }

    OutboxWorker outboxWorker() {
        return new OutboxWorker(provider(), rows, tenancy, clock, new OutboxBell());
    }

    private org.springframework.beans.factory.ObjectProvider<Listener> provider() {
        return new StaticListableBeanFactory() {
            @Override
            public <T> org.springframework.beans.factory.ObjectProvider<T> getBeanProvider(Class<T> type) {
                return new org.springframework.beans.factory.ObjectProvider<>() {
                    @Override
                    public Stream<T> orderedStream() {
                        return listeners.stream().map(type::cast);
                    }
                };
            }
        }.getBeanProvider(Listener.class);
    }
}
