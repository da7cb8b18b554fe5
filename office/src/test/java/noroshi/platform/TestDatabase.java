package noroshi.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** One real PostgreSQL for the test JVM, migrated once. */
final class TestDatabase {

    private static final TestDatabase INSTANCE = new TestDatabase();

    final Settings.Database owner;
    final Doors doors;

    private TestDatabase() {
        try {
            var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
            // Without a user in the address: it would win over the pools' own logins and no policy would hold.
            var url = "jdbc:postgresql://localhost:%d/postgres".formatted(postgres.getPort());
            owner = new Settings.Database(url, "postgres", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var databases = new Databases(owner);
        databases.migrate();
        doors = new Doors(databases.open(Databases.DESK, 4), databases.open(Databases.WORKER, 4));
    }

    static TestDatabase instance() {
        return INSTANCE;
    }

    private static void close(EmbeddedPostgres postgres) {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
