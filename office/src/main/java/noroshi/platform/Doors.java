package noroshi.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.lookup.AbstractRoutingDataSource;

/** One DataSource in front of the two pools: the current door of the thread decides; without a door there is no way in. */
final class Doors extends AbstractRoutingDataSource implements AutoCloseable {

    /** Which login the current transaction uses, and for which government (null: all). */
    record Door(String login, @Nullable String government) {}

    static final ThreadLocal<@Nullable Door> CURRENT = new ThreadLocal<>();

    private final HikariDataSource desk;
    private final HikariDataSource worker;

    Doors(HikariDataSource desk, HikariDataSource worker) {
        this.desk = desk;
        this.worker = worker;
        setTargetDataSources(
                Map.<Object, Object>of(Databases.DESK, (DataSource) desk, Databases.WORKER, (DataSource) worker));
        afterPropertiesSet();
    }

    @Override
    protected Object determineCurrentLookupKey() {
        var door = CURRENT.get();
        if (door == null)
            throw new IllegalStateException(
                    "The database was used outside a door. Wrap the work in Tenancy.in(government, …) or Tenancy.everywhere(…).");
        return door.login();
    }

    @Override
    public void close() {
        desk.close();
        worker.close();
    }
}
