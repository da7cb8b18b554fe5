package noroshi.run;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;

/**
 * Copies all rows out of a database while others write to it: one transaction sees one instant (repeatable read). Rows travel
 * in PostgreSQL's binary copy format, which every version from 16 on reads. Done as the owner acting as the worker, because
 * row-level security hides every row from the owner itself.
 */
final class DatabaseDump implements AutoCloseable {

    private static final String WORKER = "noroshi_worker";

    /** What Flyway keeps is made again by the same scripts. */
    static final String HISTORY = "flyway_schema_history";

    private final Connection connection;
    private final List<String> migrations;

    DatabaseDump(Database database) throws SQLException {
        connection = DriverManager.getConnection(database.url(), database.user(), database.password());
        // The owner made that login and knows its password: being allowed to act as it gives nothing away.
        execute("grant " + WORKER + " to current_user with inherit false, set true");
        connection.setAutoCommit(false);
        execute("set transaction isolation level repeatable read, read only");
        migrations = texts("select script from " + HISTORY + " where success and type = 'SQL' order by installed_rank");
        execute("set local role " + WORKER);
    }

    String version() throws SQLException {
        return texts("select split_part(current_setting('server_version'), ' ', 1)")
                .getFirst();
    }

    List<String> migrations() {
        return migrations;
    }

    /** The script as it lies in this program. */
    static InputStream script(String name) {
        var script = DatabaseDump.class.getResourceAsStream("/db/migration/" + name);
        if (script == null)
            throw new Refusal(
                    "This program does not have the database script %s: the database is of a newer Noroshi. Use that one.",
                    name);
        return script;
    }

    List<BackupManifest.Table> write(BackupArchive.Writer archive) throws SQLException, IOException {
        var tables = new ArrayList<BackupManifest.Table>();
        for (var name : tables(connection)) {
            var table = new BackupManifest.Table(name, 0, columns(name));
            var rows = new long[1];
            archive.add(table.entry(), out -> rows[0] = copy(table, out));
            tables.add(new BackupManifest.Table(name, rows[0], table.columns()));
        }
        return tables;
    }

    private long copy(BackupManifest.Table table, java.io.OutputStream out) throws IOException {
        try {
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            return copies.copyOut(
                    "copy (select %s from %s) to stdout (format binary)"
                            .formatted(quoted(table.columns()), quote(table.name())),
                    out);
        } catch (SQLException e) {
            throw new IOException("Table " + table.name() + ": " + e.getMessage(), e);
        }
    }

    List<BackupManifest.Sequence> sequences() throws SQLException {
        var sequences = new ArrayList<BackupManifest.Sequence>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = 'public' order by 1")) {
            while (rows.next()) sequences.add(new BackupManifest.Sequence(rows.getString(1), rows.getLong(2)));
        }
        return sequences;
    }

    /** Every table with rows of ours, in the order of names. */
    static List<String> tables(Connection connection) throws SQLException {
        return texts(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '"
                        + HISTORY + "' order by 1");
    }

    private List<String> columns(String table) throws SQLException {
        return texts("select attname from pg_attribute where attrelid = '" + quote(table)
                + "'::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum");
    }

    static String quoted(List<String> names) {
        return String.join(", ", names.stream().map(DatabaseDump::quote).toList());
    }

    /** Names come from our own scripts or from a manifest, which whoever wrote it may have changed. */
    static String quote(String name) {
        if (!name.matches("[a-z_][a-z0-9_]{0,62}")) throw new Refusal("\"%s\" is not a name of ours.", name);
        return '"' + name + '"';
    }

    private void execute(String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private List<String> texts(String query) throws SQLException {
        return texts(connection, query);
    }

    static List<String> texts(Connection connection, String query) throws SQLException {
        var found = new ArrayList<String>();
        try (var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) found.add(rows.getString(1));
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
