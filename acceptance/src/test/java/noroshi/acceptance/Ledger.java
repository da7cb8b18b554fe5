package noroshi.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The mail ledger, read as the database's administrator: the one look inside, because no one else sees all of it. */
final class Ledger {

    private final String url;
    private final String password;

    Ledger(Demonstration demonstration) throws IOException {
        var settings = new Properties();
        try (var in = Files.newInputStream(demonstration.data().resolve("run/office.properties"))) {
            settings.load(in);
        }
        url = settings.getProperty("noroshi.database.url");
        password = Files.readString(demonstration.data().resolve("keys/postgresql.secret"))
                .strip();
    }

    /** Deliveries that have not come to an end yet. */
    List<String> open() throws SQLException {
        return rows("select address || ' ' || status from delivery where status in ('waiting', 'claimed')");
    }

    /** Deliveries that came to another end than 'sent'. */
    List<String> failed() throws SQLException {
        return rows(
                "select address || ' ' || status || ' ' || coalesce(problem, '') from delivery where status not in ('waiting', 'claimed', 'sent') and address like '%@kill.example'");
    }

    /** Who was confirmed before an article of their series went out, but has no row for it. */
    List<String> missing() throws SQLException {
        return rows("""
                select s.address || ' misses ' || d.key
                  from dispatch d
                  join subscriber s on s.government = d.government and s.status = 'confirmed' and s.confirmed_at < d.created_at
                   and (s.series = '{}' or d.series = any(s.series))
                  left join delivery l on l.dispatch = d.id and l.subscriber = s.id
                 where d.kind = 'article' and d.article is not null and l.id is null and s.address like '%@kill.example'""");
    }

    /** Address and subject of every mail that counts as sent. */
    List<String> sent() throws SQLException {
        return rows(
                "select l.address || chr(9) || d.subject from delivery l join dispatch d on d.id = l.dispatch where l.status = 'sent' and l.address like '%@kill.example'");
    }

    private List<String> rows(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
