package noroshi.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL server of our own in the data folder, reachable from this computer only. */
final class PostgreSql {

    static final String NAME = "postgresql";
    private static final String SUPERUSER = "postgres";
    private static final String OWNER = "noroshi";
    private static final String HOST = "127.0.0.1";

    private final Folders folders;
    private final Secrets secrets;
    private final int port;
    private final ServerUser user;
    private final Path program;

    PostgreSql(Folders folders, Secrets secrets, int port) {
        this.folders = folders;
        this.secrets = secrets;
        this.port = port;
        user = ServerUser.find();
        program = PostgreSqlProgram.unpacked();
    }

    Recipe recipe() {
        // A client's settings in the environment must not reach the server.
        return new Recipe(NAME, this::prepare, Map.of("PGDATA", cluster().toString(), "TZ", "Asia/Tokyo"), "INT");
    }

    Database database() {
        return new Database(url(OWNER), OWNER, secrets.value("database.secret"));
    }

    /** True as soon as the server takes connections and holds our database. */
    boolean isReady() {
        try (var connection = connect()) {
            createOwner(connection);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    private List<String> prepare() {
        if (!Files.exists(cluster().resolve("PG_VERSION"))) create();
        requireSameVersion();
        user.own(folders.database());
        endOrphan();
        var command = new ArrayList<>(user.command(List.of(
                program.resolve("bin/postgres").toString(), "-D", cluster().toString())));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return OwnSession.wrap(command);
    }

    /** fsync stays on: what the office acknowledged must survive a power cut. */
    private Map<String, String> settings() {
        return Map.of(
                "listen_addresses", HOST,
                "port", Integer.toString(port),
                "unix_socket_directories", "",
                "shared_buffers", "96MB",
                "max_connections", "80",
                "jit", "off",
                "max_wal_size", "512MB",
                "timezone", "Asia/Tokyo",
                "log_timezone", "Asia/Tokyo");
    }

    /** Made beside its final place and renamed, so that a start cut short leaves no half cluster. */
    private void create() {
        var part = folders.database().resolve("cluster.part");
        var password = folders.database().resolve("password");
        try {
            Files.createDirectories(folders.database());
            if (Files.exists(part)) Folders.erase(part);
            Secrets.write(password, secrets.value("postgresql.secret"));
            user.own(folders.database());
            initdb(part, password);
            Files.delete(password);
            Files.move(part, cluster(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create the database cluster " + cluster(), e);
        }
    }

    private void initdb(Path cluster, Path password) throws IOException {
        var command = user.command(List.of(
                program.resolve("bin/initdb").toString(),
                "-D",
                cluster.toString(),
                "-U",
                SUPERUSER,
                "--pwfile",
                password.toString(),
                "--auth",
                "scram-sha-256",
                "--encoding",
                "UTF8",
                "--locale-provider",
                "builtin",
                "--builtin-locale",
                "C.UTF-8",
                "--locale",
                "C"));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0)
                throw new Refusal("PostgreSQL could not create its cluster in %s:%n%s", cluster, output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("Interrupted while PostgreSQL created its cluster.");
        }
    }

    private void requireSameVersion() {
        var expected = PostgreSqlProgram.VERSION.substring(0, PostgreSqlProgram.VERSION.indexOf('.'));
        try {
            var found = Files.readString(cluster().resolve("PG_VERSION")).strip();
            if (!found.equals(expected))
                throw new Refusal(
                        "%s was written by PostgreSQL %s, this is %s. Dump it with %s and load it into a new data folder.",
                        cluster(), found, expected, found);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the version of " + cluster(), e);
        }
    }

    /**
     * postmaster.pid names the server of this cluster. If that one still runs although we have no handle on it, it is an
     * orphan and stopped; if the number belongs to a foreign process (after a restart of the computer), the file is stale and
     * would keep PostgreSQL from starting.
     */
    private void endOrphan() {
        var file = cluster().resolve("postmaster.pid");
        try {
            if (!Files.exists(file)) return;
            var lines = Files.readAllLines(file);
            if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,10}")) return;
            long pid = Long.parseLong(lines.getFirst().strip());
            var orphans = new Orphans(folders);
            var running = ProcessHandle.of(pid);
            if (running.isPresent() && !orphans.isOurs(running.get())) Files.deleteIfExists(file);
            else orphans.end(pid, "INT");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** An owner without superuser rights: row-level security binds it like everybody else. */
    private void createOwner(Connection connection) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = '" + OWNER + "'"))
            execute(
                    connection,
                    "create role " + OWNER + " login createrole password '" + secrets.value("database.secret") + "'");
        if (!exists(connection, "select 1 from pg_database where datname = '" + OWNER + "'"))
            execute(connection, "create database " + OWNER + " owner " + OWNER);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private Connection connect() throws SQLException {
        DriverManager.setLoginTimeout(2);
        return DriverManager.getConnection(url(SUPERUSER), SUPERUSER, secrets.value("postgresql.secret"));
    }

    private String url(String database) {
        return "jdbc:postgresql://" + HOST + ":" + port + "/" + database;
    }

    private Path cluster() {
        return folders.database().resolve("cluster");
    }
}
