package noroshi.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One long story, because creating a cluster takes seconds. */
class PostgreSqlTest {

    @TempDir
    Path data;

    private Folders folders;
    private Supervisor supervisor;

    @BeforeEach
    void open() {
        folders = new Folders(data, data);
        folders.create();
        supervisor = new Supervisor(folders);
    }

    @AfterEach
    void stop() {
        supervisor.stop();
    }

    @Test
    void whatWasCommittedSurvivesKillsOfTheServerAndOfTheSupervisor() throws IOException, SQLException {
        supervisor.open();
        var server = server();
        supervisor.await(supervisor.start(server.recipe()), server::isReady);
        execute(server, "create table fires (hill text)", "insert into fires values ('Zao')");
        var first = postmaster();

        first.destroyForcibly();

        Eventually.is("healed", () -> server.isReady() && postmaster().pid() != first.pid());
        execute(server, "insert into fires values ('Izumi')");
        assertThat(isSuperuser(server)).isFalse();

        // A supervisor that was killed never stopped its server: the next one ends the orphan and starts its own.
        var orphan = new ProcessBuilder(stoppedThenByHand(server))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Eventually.is("orphan runs", server::isReady);
        Files.deleteIfExists(folders.pid(PostgreSql.NAME));
        supervisor = new Supervisor(folders);
        supervisor.open();
        supervisor.await(supervisor.start(server.recipe()), () -> !orphan.isAlive() && server.isReady());

        assertThat(count(server)).isEqualTo(2);
    }

    private java.util.List<String> stoppedThenByHand(PostgreSql server) throws IOException {
        supervisor.stop();
        Files.writeString(folders.pid(PostgreSql.NAME), "");
        return server.recipe().command().prepare();
    }

    private PostgreSql server() {
        return new PostgreSql(folders, new Secrets(folders.keys()), new Ports(data).inner());
    }

    private ProcessHandle postmaster() {
        try {
            var text =
                    Files.exists(folders.pid(PostgreSql.NAME)) ? Files.readString(folders.pid(PostgreSql.NAME)) : "0";
            return ProcessHandle.of(Long.parseLong(text)).orElse(ProcessHandle.current());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void execute(PostgreSql server, String... commands) throws SQLException {
        var database = server.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement()) {
            for (var command : commands) statement.execute(command);
        }
    }

    private static boolean isSuperuser(PostgreSql server) throws SQLException {
        return "t".equals(one(server, "select rolsuper from pg_roles where rolname = current_user"));
    }

    private static int count(PostgreSql server) throws SQLException {
        return Integer.parseInt(one(server, "select count(*) from fires"));
    }

    private static String one(PostgreSql server, String query) throws SQLException {
        var database = server.database();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
