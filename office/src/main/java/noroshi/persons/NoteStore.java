package noroshi.persons;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes' rows, read only beside a person who is shown. */
@Repository
class NoteStore {

    private final JdbcClient sql;

    NoteStore(JdbcClient sql) {
        this.sql = sql;
    }

    /** False: a note with this record is there already. */
    boolean add(String government, long person, PersonNote note) {
        return sql.sql("""
                        insert into person_note (government, person, record, happening, status, place, words, author, author_contact,
                                                 said_at, entered_at, officer)
                        values (:government, :person, :record, :happening, :status, :place, :words, :author, :contact, :said, :entered,
                                :officer)
                        on conflict (government, record) do nothing
                        """)
                        .param("government", government)
                        .param("person", person)
                        .param("record", note.record())
                        .param("happening", note.happening().code())
                        .param("status", note.status().code())
                        .param("place", note.place())
                        .param("words", note.words())
                        .param("author", note.author())
                        .param("contact", note.contact())
                        .param("said", Timestamp.from(note.saidAt()))
                        .param("entered", Timestamp.from(note.enteredAt()))
                        .param("officer", note.officer())
                        .update()
                == 1;
    }

    /** Of a person and of everyone merged into them; newest first. */
    List<PersonNote> list(String government, long person) {
        return sql.sql("""
                        select n.* from person_note n
                          join person p on p.government = n.government and p.id = n.person
                          join person_shown s on s.government = p.government and s.id = coalesce(p.merged_into, p.id)
                         where n.government = :government and s.id = :person and p.protected_at is null and p.expired_at is null
                         order by n.said_at desc, n.id desc
                        """)
                .param("government", government)
                .param("person", person)
                .query(NoteStore::read)
                .list();
    }

    /** Where the person was last said to be, and what was last believed: the newest note that speaks of it. */
    Presence presence(String government, long person) {
        var notes = list(government, person);
        var status = notes.stream()
                .filter(note -> note.status() != NoteStatus.NOT_SAID)
                .findFirst();
        var place = notes.stream()
                .filter(note ->
                        note.happening() != Happening.SAID || !note.place().isEmpty())
                .findFirst();
        return new Presence(status, place);
    }

    /** @param status and place: the notes that tell them */
    record Presence(Optional<PersonNote> status, Optional<PersonNote> place) {}

    static PersonNote read(ResultSet row, int n) throws SQLException {
        return new PersonNote(
                row.getString("record"),
                Happening.valueOf(row.getString("happening").toUpperCase(Locale.ROOT)),
                NoteStatus.of(row.getString("status")),
                row.getString("place"),
                row.getString("words"),
                row.getString("author"),
                row.getString("author_contact"),
                row.getTimestamp("said_at").toInstant(),
                row.getTimestamp("entered_at").toInstant(),
                row.getObject("officer", Long.class));
    }
}
