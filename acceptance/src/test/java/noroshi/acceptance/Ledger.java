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

    /** Letters the office has acted on; it may be more than were acknowledged, never fewer in the end. */
    int lettersActedOn() throws SQLException {
        return Integer.parseInt(
                rows("select count(*) from letter where status = 'acted'").getFirst());
    }

    /** Deliveries that came to another end than 'sent'. */
    List<String> failed() throws SQLException {
        return rows(
                "select address || ' ' || status || ' ' || coalesce(problem, '') from delivery where status not in ('waiting', 'claimed', 'sent') and address like '%@kill.example'");
    }

    /** Dispatches whose deliveries are not as many as were decided on. */
    List<String> incomplete() throws SQLException {
        return rows("""
                select d.key || ': ' || d.recipients || ' recipients, ' || count(l.id) || ' rows'
                  from dispatch d left join delivery l on l.dispatch = d.id
                 group by d.id having d.recipients <> count(l.id)""");
    }

    /** The articles that were dispatched at all. */
    List<String> dispatched() throws SQLException {
        return rows("select article::text from dispatch where kind = 'article' and article is not null");
    }

    /** Address and subject of every mail that counts as sent. */
    List<String> sent() throws SQLException {
        return rows(
                "select l.address || chr(9) || d.subject from delivery l join dispatch d on d.id = l.dispatch where l.status = 'sent' and l.address like '%@kill.example'");
    }

    /** Names of the persons the kill test told of, once for each telling. */
    List<String> personsToldOf() throws SQLException {
        return rows(
                "select p.family || p.given from person p join person_note n on n.government = p.government and n.person = p.id where p.family = '鎮守'");
    }

    /** How many articles of the newest act of approval on many are done. */
    int approvedInBulk() throws SQLException {
        return Integer.parseInt(rows("""
                        select count(*) from bulk_item where state = 'done' and bulk = (select max(id) from bulk_approval)""").getFirst());
    }

    /** Articles of acts of approval that are neither approved nor waiting, but something between. */
    List<String> halfApproved() throws SQLException {
        return rows("""
                select i.article || ' ' || i.state || ' ' || a.state || ' approvals: ' || count(p.id)
                  from bulk_item i join article a on a.government = i.government and a.id = i.article
                  left join approval p on p.article = i.article and p.edition = i.edition and p.decision = 'approved'
                 group by i.bulk, i.position, i.article, i.state, a.state
                having not (i.state = 'done' and a.state = 'approved' and count(p.id) = 1
                            or i.state = 'waiting' and a.state = 'review' and count(p.id) = 0)""");
    }

    List<String> rows(String query) throws SQLException {
        try (var connection = DriverManager.getConnection(url, "postgres", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new ArrayList<String>();
            while (rows.next()) found.add(rows.getString(1));
            return found;
        }
    }
}
