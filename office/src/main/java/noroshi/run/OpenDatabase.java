package noroshi.run;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The database of an installation, running or not: the one that comes with Noroshi is started for as long as this is open. */
final class OpenDatabase implements AutoCloseable {

    private final Database database;
    private final @Nullable Supervisor supervisor;
    private final @Nullable DataLock lock;

    private OpenDatabase(Database database, @Nullable Supervisor supervisor, @Nullable DataLock lock) {
        this.database = database;
        this.supervisor = supervisor;
        this.lock = lock;
    }

    static OpenDatabase of(Installed installed, Map<String, String> environment) {
        if (installed.isRunning()) return new OpenDatabase(installed.runningDatabase(), null, null);
        Optional<Database> own = Up.database(installed.settings()).or(() -> Running.fromEnvironment(environment));
        var folders = installed.folders();
        folders.create();
        // Nobody may start the office in between.
        if (own.isPresent()) return new OpenDatabase(own.get(), null, new DataLock(folders));
        var supervisor = new Supervisor(folders);
        supervisor.open();
        supervisor.stopAtExit();
        Progress.say("starting PostgreSQL");
        var server = new PostgreSql(folders, new Secrets(folders.keys()), new Ports(folders.data()).inner());
        supervisor.await(supervisor.start(server.recipe()), server::isReady);
        return new OpenDatabase(server.database(), supervisor, null);
    }

    Database database() {
        return database;
    }

    @Override
    public void close() {
        if (supervisor != null) supervisor.stop();
        if (lock != null) lock.close();
    }
}
