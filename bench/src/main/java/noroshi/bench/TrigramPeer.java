package noroshi.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import noroshi.names.Kana;
import noroshi.names.PersonName;
import noroshi.names.Romaji;
import org.postgresql.PGConnection;

/** PostgreSQL's pg_trgm over the same persons: characters, kana and romaji in one text with a GIN index, nearest first. */
final class TrigramPeer implements AutoCloseable {

    private final EmbeddedPostgres postgres;
    private final Connection connection;

    private TrigramPeer(EmbeddedPostgres postgres, Connection connection) {
        this.postgres = postgres;
        this.connection = connection;
    }

    /** In a locale in which Chinese characters are letters; otherwise pg_trgm would not see them at all. */
    static TrigramPeer start(List<PersonName> people) throws IOException, SQLException {
        var postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("maintenance_work_mem", "256MB")
                .setServerConfig("fsync", "off")
                .start();
        var connection = postgres.getPostgresDatabase().getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("create extension pg_trgm");
            statement.execute("create table person (id int primary key, names text not null)");
        }
        load(connection, people);
        try (var statement = connection.createStatement()) {
            statement.execute("create index person_names on person using gin (names gin_trgm_ops)");
            statement.execute("analyze person");
        }
        return new TrigramPeer(postgres, connection);
    }

    private static void load(Connection connection, List<PersonName> people) throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var rows = new StringBuilder();
        for (int i = 0; i < people.size(); i++) {
            var name = people.get(i);
            rows.append(i)
                    .append('\t')
                    .append(name.written())
                    .append(' ')
                    .append(name.family())
                    .append(name.given())
                    .append(' ')
                    .append(name.kana())
                    .append(' ')
                    .append(Romaji.of(name.familyKana()))
                    .append(' ')
                    .append(Romaji.of(name.givenKana()))
                    .append('\n');
            if (rows.length() > 1 << 20 || i == people.size() - 1) {
                copy.copyIn("copy person from stdin", new StringReader(rows.toString()));
                rows.setLength(0);
            }
        }
    }

    /** Width and syllabary folded beforehand, which favours the peer. */
    List<Integer> find(String typed, int limit) throws SQLException {
        try (var statement = connection.prepareStatement(
                "select id from person where ? <% names order by word_similarity(?, names) desc, id limit ?")) {
            var normal = Kana.normal(typed);
            statement.setString(1, normal);
            statement.setString(2, normal);
            statement.setInt(3, limit);
            var found = new ArrayList<Integer>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) found.add(rows.getInt(1));
            }
            return found;
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        postgres.close();
    }
}
