package noroshi.persons;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import noroshi.names.NameIndexWriter;
import noroshi.names.ReadingTable;
import noroshi.names.SafetyCard;
import noroshi.platform.Tenancy;
import noroshi.platform.Time;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The index of all whom the public may find: who consented, and who stands on an approved list and did not refuse. What was last
 * said of their being dead is not told here: families learn that from a human being. What was said of a record that was merged into another
 * is said of that one.
 */
@Component
class PublicIndex {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("y年M月d日 H時mm分", Locale.JAPAN).withZone(Time.JAPAN);

    private static final String PUBLISHABLE = """
            select p.*, s.status as note_status, s.said_at as note_said, l.place as note_place, l.said_at as place_said,
                   g.name as government_name
              from person_shown p join government g on g.code = p.government
              left join lateral (select array_append(array(
                                     select m.id from person m where m.government = p.government and m.merged_into = p.id
                                        and m.protected_at is null and m.expired_at is null), p.id) as ids) o on true
              left join lateral (select n.status, n.said_at from person_note n
                                  where n.government = p.government and n.person = any (o.ids) and n.status <> ''
                                  order by n.said_at desc, n.id desc limit 1) s on true
              left join lateral (select n.place, n.said_at from person_note n
                                  where n.government = p.government and n.person = any (o.ids)
                                    and (n.happening <> 'said' or n.place <> '')
                                  order by n.said_at desc, n.id desc limit 1) l on true
             where p.consent = 'given'
                or (p.consent <> 'refused' and exists (
                       select 1 from name_list_entry e join name_list nl on nl.government = e.government and nl.id = e.list
                        where e.government = p.government and e.person = p.id and nl.state = 'public' and nl.kind <> 'dead'))
             order by p.government, p.id
            """;

    private final JdbcClient sql;
    private final Tenancy tenancy;

    PublicIndex(JdbcClient sql, Tenancy tenancy) {
        this.sql = sql;
        this.tenancy = tenancy;
    }

    /** The file's bytes, and how many it holds. */
    record Built(byte[] bytes, int persons) {}

    /** Over all governments: people flee across borders. */
    Built build() {
        try {
            var file = Files.createTempFile("noroshi-public", ".idx");
            try {
                int persons = write(file);
                return new Built(Files.readAllBytes(file), persons);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The public index of persons cannot be built. Is the disk full?", e);
        }
    }

    private int write(java.nio.file.Path file) throws IOException {
        var rows = tenancy.everywhere(
                () -> sql.sql(PUBLISHABLE).query(PublicIndex::row).list());
        var readings = new ReadingTable();
        rows.forEach(row -> OfficeIndex.learn(readings, row.facts()));
        try (var writer = new NameIndexWriter(file, readings)) {
            for (var row : rows) writer.add(row.facts().names(), row.card().bytes());
            writer.finish();
        }
        return rows.size();
    }

    private record Row(PersonFacts facts, SafetyCard card) {}

    private static Row row(ResultSet row, int n) throws SQLException {
        var person = PersonStore.read(row, n);
        var facts = person.facts();
        var status = NoteStatus.of(row.getString("note_status") == null ? "" : row.getString("note_status"));
        // Where someone is, is told only with their own consent: a list's names are for finding them, not for visiting.
        boolean consented = person.consent() == Consent.GIVEN;
        var place = consented && row.getString("note_place") != null ? row.getString("note_place") : "";
        return new Row(
                facts,
                new SafetyCard(
                        facts.home(),
                        facts.age(),
                        facts.sex().japanese(),
                        status == NoteStatus.BELIEVED_DEAD ? "市区町村の窓口へお問い合わせください" : status.japanese(),
                        status == NoteStatus.BELIEVED_DEAD ? "" : place,
                        said(row.getTimestamp("note_said"), place.isEmpty() ? null : row.getTimestamp("place_said")),
                        row.getString("government_name")));
    }

    private static String said(@Nullable Timestamp status, @Nullable Timestamp place) {
        var latest = status == null || (place != null && place.after(status)) ? place : status;
        return latest == null ? "" : MOMENT.format(latest.toInstant());
    }
}
