package noroshi.platform;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;

/**
 * Prepares the database and opens the two runtime pools.
 *
 * <p>The owner's login creates the runtime logins and migrates, then is closed. The runtime passwords are derived from
 * the owner's, so that none is stored and several offices may share one database.
 */
final class Databases {

    static final String DESK = "noroshi_desk";
    static final String WORKER = "noroshi_worker";
    private static final int CONNECTION_TIMEOUT_MS = 10_000;

    private final Settings.Database owner;

    Databases(Settings.Database owner) {
        // pgjdbc lets a user in the address win over the pool's login, and then no policy would hold.
        Require.require(
                !owner.url().matches(".*[?&](user|password)=.*"),
                "noroshi.database.url names a user or password. Move them to noroshi.database.user and .password.");
        this.owner = owner;
    }

    void migrate() {
        try (var connection = DriverManager.getConnection(owner.url(), owner.user(), owner.password())) {
            createLogin(connection, DESK);
            createLogin(connection, WORKER);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The database %s does not let '%s' prepare it: %s. Maybe check noroshi.database.* and that the user owns the database and may create roles."
                            .formatted(owner.url(), owner.user(), e.getMessage()),
                    e);
        }
        Flyway.configure()
                .dataSource(owner.url(), owner.user(), owner.password())
                .outOfOrder(true)
                .load()
                .migrate();
    }

    HikariDataSource open(String login, int connectionsMax) {
        var pool = new HikariDataSource();
        pool.setPoolName(login);
        pool.setJdbcUrl(owner.url());
        pool.setUsername(login);
        pool.setPassword(password(login));
        pool.setMaximumPoolSize(connectionsMax);
        pool.setMinimumIdle(2);
        pool.setAutoCommit(true);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT_MS);
        // The database may come back later than the office: connections are made when needed.
        pool.setInitializationFailTimeout(-1);
        return pool;
    }

    private void createLogin(Connection connection, String login) throws SQLException {
        try (var statement = connection.createStatement()) {
            // Role names are constants of this class and the password is hexadecimal, so nothing here needs quoting.
            statement.execute("""
                    do $$ begin
                        perform pg_advisory_xact_lock(7001);
                        if not exists (select from pg_roles where rolname = '%1$s') then
                            create role %1$s login nosuperuser nocreatedb nocreaterole nobypassrls;
                        end if;
                        alter role %1$s password '%2$s';
                    end $$""".formatted(login, password(login)));
        }
    }

    private String password(String login) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(("noroshi:" + owner.password()).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(login.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
