package noroshi.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Two governments never see or change each other's rows, whatever the SQL says: for every table with a government, as the
 * catalogue lists them, so that a new table without its policies fails here.
 *
 * <p>Each table is probed in a transaction that is rolled back: triggers and foreign keys are off for its making only.
 */
class RowLevelSecurityTest extends DatabaseTest {

    private static final String MIYAGI = "040002";
    private static final String SENDAI = "041009";

    /** Tables whose rows belong to nobody: reference data, the same for everyone. */
    private static final Set<String> SHARED = Set.of("government", "area", "topic", "flyway_schema_history");

    List<String> tables() {
        return strings("""
                select c.table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                 where c.table_schema = 'public' and c.column_name = 'government' and t.table_type = 'BASE TABLE'
                 order by c.table_name
                """);
    }

    @Test
    void everyTableBelongsToGovernmentsOrIsKnownToBeShared() {
        var all = strings("select tablename from pg_tables where schemaname = 'public' order by tablename");
        var without = new ArrayList<>(all);
        without.removeAll(tables());
        without.removeAll(SHARED);

        assertThat(without)
                .as("tables without a government: give them one, or list them in SHARED with the reason")
                .filteredOn(table -> !isWorkersAlone(table))
                .isEmpty();
        assertThat(tables()).hasSizeGreaterThan(10);
    }

    /** A table that no desk may read or write needs no policy for desks. */
    private boolean isWorkersAlone(String table) {
        return strings(
                        "select privilege_type from information_schema.role_table_grants where grantee = 'noroshi_desk' and table_name = '%s'"
                                .formatted(table))
                .isEmpty();
    }

    @Test
    void aDeskReachesItsOwnRowsOnly() throws SQLException {
        for (var table : tables())
            try (var probe = new Probe(table)) {
                assertThat(probe.leaks()).as(table).isEmpty();
            }
    }

    @Test
    void aRelaxedPolicyIsNoticed() throws SQLException {
        for (var table : tables())
            try (var probe = new Probe(table)) {
                for (var policy : policies(table)) probe.asOwner("drop policy \"%s\" on %s".formatted(policy, table));
                probe.asOwner(
                        "create policy lax on %s to noroshi_desk using (true) with check (true)".formatted(table));

                assertThat(probe.leaks()).as(table).contains("sees");
            }
    }

    @Test
    void aLostPolicyIsNoticed() throws SQLException {
        for (var table : tables())
            try (var probe = new Probe(table)) {
                for (var policy : policies(table)) probe.asOwner("drop policy \"%s\" on %s".formatted(policy, table));

                assertThat(probe.leaks()).as(table).contains("does not see its own");
            }
    }

    @Test
    void rowLevelSecuritySwitchedOffIsNoticed() throws SQLException {
        for (var table : tables())
            try (var probe = new Probe(table)) {
                probe.asOwner("alter table %s disable row level security".formatted(table));

                assertThat(probe.leaks()).as(table).contains("sees");
            }
    }

    @Test
    void rowLevelSecurityHoldsForTheOwnerToo() {
        assertThat(strings(
                        "select relname from pg_class where relkind = 'r' and relrowsecurity and relforcerowsecurity"))
                .containsAll(tables());
    }

    private List<String> policies(String table) {
        return strings(
                "select policyname from pg_policies where schemaname = 'public' and tablename = '%s'".formatted(table));
    }

    @Test
    void withoutAGovernmentADeskSeesNothing() throws SQLException {
        try (var probe = new Probe("department")) {
            probe.asDesk("");
            assertThat(probe.rows()).isEmpty();
        }
    }

    @Test
    void aDeskCannotBecomeAnother() {
        assertThatThrownBy(() -> tenancy.run(MIYAGI, () -> tenancy.run(SENDAI, () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    private List<String> strings(String query) {
        try (var connection = asOwner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A transaction with one row of each of two governments in the table; ends as if it never was. */
    private final class Probe implements AutoCloseable {

        private final Connection connection;
        private final String table;

        Probe(String table) throws SQLException {
            this.table = table;
            connection = RowLevelSecurityTest.this.asOwner();
            connection.setAutoCommit(false);
            asOwner("set local session_replication_role = replica");
            dropChecks();
            for (var government : List.of(MIYAGI, SENDAI)) asOwner(insert(government));
        }

        /** What a desk of one government can reach of the other's; empty when the walls hold. */
        List<String> leaks() throws SQLException {
            var leaks = new ArrayList<String>();
            asDesk(MIYAGI);
            if (rows().contains(SENDAI)) leaks.add("sees");
            if (!rows().contains(MIYAGI)) leaks.add("does not see its own");
            if (may("UPDATE")
                    && reaches(
                            "update %s set government = government where government = '%s'".formatted(table, SENDAI)))
                leaks.add("changes");
            if (may("UPDATE")
                    && reaches(
                            "update %s set government = '%s' where government = '%s'".formatted(table, SENDAI, MIYAGI)))
                leaks.add("gives away");
            if (may("DELETE") && reaches("delete from %s where government = '%s'".formatted(table, SENDAI)))
                leaks.add("deletes");
            if (may("INSERT") && reaches(insert(SENDAI))) leaks.add("adds");
            return leaks;
        }

        void asDesk(String government) throws SQLException {
            asOwner("set local noroshi.government = '%s'".formatted(government));
            asOwner("set local role noroshi_desk");
        }

        List<String> rows() throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select government from " + table)) {
                var found = new ArrayList<String>();
                while (rows.next()) found.add(rows.getString(1));
                return found;
            }
        }

        /** Whether the statement touched a row; a refusal is undone and means no. */
        private boolean reaches(String statement) throws SQLException {
            var before = connection.setSavepoint();
            try (var change = connection.createStatement()) {
                return change.executeUpdate(statement) > 0;
            } catch (SQLException e) {
                // Whatever else refuses (a key, a type) comes after the wall: the row had been let through.
                var message = String.valueOf(e.getMessage());
                return !message.contains("row-level security") && !message.contains("permission denied");
            } finally {
                connection.rollback(before);
            }
        }

        private boolean may(String privilege) throws SQLException {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select has_table_privilege('noroshi_desk', '%s', '%s')".formatted(table, privilege))) {
                return row.next() && row.getBoolean(1);
            }
        }

        /** Values need not make sense here; within this transaction the table asks for none that do. */
        private void dropChecks() throws SQLException {
            var drops = list("""
                    select format('drop constraint %%I', conname) from pg_constraint
                     where conrelid = '%s'::regclass and contype = 'c'
                    """.formatted(table));
            if (!drops.isEmpty()) asOwner("alter table %s %s".formatted(table, String.join(", ", drops)));
        }

        /** One row of the government, with a value of the right type in every column that must have one. */
        private String insert(String government) throws SQLException {
            var columns = list("""
                    select column_name || ' ' || data_type from information_schema.columns where table_schema = 'public' and table_name = '%s'
                       and is_nullable = 'NO' and column_default is null and is_identity = 'NO' and is_generated = 'NEVER'
                       and column_name <> 'government' order by ordinal_position
                    """.formatted(table));
            var names = new ArrayList<>(List.of("government"));
            var values = new ArrayList<>(List.of("'" + government + "'"));
            for (var column : columns) {
                var words = column.split(" ", 2);
                names.add(words[0]);
                values.add(value(words[1], government));
            }
            return "insert into %s (%s) values (%s)"
                    .formatted(table, String.join(", ", names), String.join(", ", values));
        }

        private String value(String type, String government) {
            return switch (type) {
                case "smallint" -> government.substring(3);
                case "bigint", "integer", "numeric", "double precision" -> government.replaceFirst("^0", "");
                case "text", "character varying" -> "'%s'".formatted(government);
                case "bytea" -> "'\\x%s'".formatted(government);
                case "boolean" -> "true";
                case "timestamp with time zone", "date" -> "'2026-01-01'";
                case "uuid" -> "gen_random_uuid()";
                case "jsonb", "json" -> "'{}'";
                case "ARRAY" -> "'{}'";
                default ->
                    throw new IllegalStateException(
                            "Give columns of type %s (in %s) a value here.".formatted(type, table));
            };
        }

        private ArrayList<String> list(String query) throws SQLException {
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery(query)) {
                var found = new ArrayList<String>();
                while (rows.next()) found.add(rows.getString(1));
                return found;
            }
        }

        void asOwner(String statement) throws SQLException {
            try (var owner = connection.createStatement()) {
                owner.execute(statement);
            }
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
