package noroshi.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * Fills an empty database from a backup. First the scripts of the backup run, no others: what a newer program adds is added at
 * its first start, upon the rows. Then all rows go in within one transaction, and the foreign keys are checked at its end.
 */
final class DatabaseLoad {

    /**
     * So many numbers are left out after a restore: what was given a number after the backup, and stands on public pages or in
     * letters under it, shall never be mistaken for something new.
     */
    static final long NUMBERS_LEFT_OUT = 10_000;

    private final Database database;

    DatabaseLoad(Database database) {
        this.database = database;
    }

    void load(ZipFile archive, BackupManifest manifest) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            requireEmpty(connection);
            for (var login : List.of("noroshi_desk", "noroshi_worker")) createLogin(connection, login);
            migrate(archive, manifest);
            connection.setAutoCommit(false);
            fill(connection, archive, manifest);
            connection.commit();
        }
    }

    private void requireEmpty(Connection connection) throws SQLException {
        var tables = DatabaseDump.tables(connection);
        if (!tables.isEmpty())
            throw new Refusal(
                    "The database %s holds %d tables already (%s …). Restore into an empty one.",
                    database, tables.size(), tables.getFirst());
    }

    /** Without a password: the office gives them theirs when it starts. */
    private static void createLogin(Connection connection, String login) throws SQLException {
        if (DatabaseDump.texts(connection, "select 1 from pg_roles where rolname = '" + login + "'")
                .isEmpty())
            execute(connection, "create role " + login + " login nosuperuser nocreatedb nocreaterole nobypassrls");
    }

    private void migrate(ZipFile archive, BackupManifest manifest) throws IOException {
        var scripts = Files.createTempDirectory("noroshi-schema");
        try {
            for (var script : manifest.migrations()) {
                if (!script.matches("V[0-9]{4}__[a-z0-9_]+\\.sql"))
                    throw new Refusal("%s is no script of ours.", script);
                // A program that lacks a script is older than the backup and would misread the rows.
                DatabaseDump.script(script).close();
                try (var in = BackupArchive.open(archive, "database/schema/" + script)) {
                    Files.copy(in, scripts.resolve(script));
                }
            }
            Flyway.configure()
                    .dataSource(database.url(), database.user(), database.password())
                    .locations("filesystem:" + scripts)
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } finally {
            Folders.erase(scripts);
        }
    }

    private static void fill(Connection connection, ZipFile archive, BackupManifest manifest)
            throws SQLException, IOException {
        var forced = DatabaseDump.texts(
                connection,
                "select relname from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity");
        var references = references(connection);
        var names = manifest.tables().stream().map(BackupManifest.Table::name).toList();
        for (var reference : references) execute(connection, reference.drop());
        for (var table : forced)
            execute(connection, "alter table " + DatabaseDump.quote(table) + " no force row level security");
        execute(connection, "truncate " + DatabaseDump.quoted(names));
        for (var table : manifest.tables()) copy(connection, archive, table);
        for (var sequence : manifest.sequences()) advance(connection, sequence);
        for (var table : forced)
            execute(connection, "alter table " + DatabaseDump.quote(table) + " force row level security");
        for (var reference : references) execute(connection, reference.add());
    }

    private static void copy(Connection connection, ZipFile archive, BackupManifest.Table table)
            throws SQLException, IOException {
        try (var in = BackupArchive.open(archive, table.entry())) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy %s (%s) from stdin (format binary)"
                                    .formatted(DatabaseDump.quote(table.name()), DatabaseDump.quoted(table.columns())),
                            in);
            if (rows != table.rows())
                throw new Refusal("%s: %d rows came of %d. Take another backup.", table.name(), rows, table.rows());
        }
    }

    private static void advance(Connection connection, BackupManifest.Sequence sequence) throws SQLException {
        execute(
                connection,
                "select setval('%s', %d)"
                        .formatted(DatabaseDump.quote(sequence.name()), sequence.last() + NUMBERS_LEFT_OUT));
    }

    /** A foreign key, taken away while rows come in the order of names. */
    private record Reference(String table, String name, String definition) {
        String drop() {
            return "alter table %s drop constraint %s".formatted(DatabaseDump.quote(table), DatabaseDump.quote(name));
        }

        String add() {
            return "alter table %s add constraint %s %s"
                    .formatted(DatabaseDump.quote(table), DatabaseDump.quote(name), definition);
        }
    }

    private static List<Reference> references(Connection connection) throws SQLException {
        var found = new ArrayList<Reference>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
                         where contype = 'f' and connamespace = 'public'::regnamespace
                        """)) {
            while (rows.next()) found.add(new Reference(rows.getString(1), rows.getString(2), rows.getString(3)));
        }
        return found;
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    /** For the office, which reads it at its first start after the restore. */
    static void mark(Path data, BackupManifest manifest) {
        Secrets.write(data.resolve("restored"), "backup of " + manifest.made() + "\n");
    }
}
