package noroshi.persons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import noroshi.standards.pfif.Pfif;
import noroshi.standards.pfif.PfifNote;
import noroshi.standards.pfif.PfifPerson;
import noroshi.standards.pfif.PfifRejected;

/** A file's persons and notes in our own terms, and the rows that could not be understood. */
record Incoming(List<Person> persons, List<Note> notes, List<ImportPersons.Row> refused) {

    record Person(int line, String record, PersonFacts facts, String source, Instant sourceAt) {}

    /** @param person the record of whom it speaks */
    record Note(int line, String person, PersonNote note) {}

    /** @throws IllegalArgumentException with a Japanese sentence, when the file as a whole cannot be read */
    static Incoming read(String name, byte[] bytes, Instant now) {
        boolean xml = name.toLowerCase(Locale.ROOT).endsWith(".xml") || (bytes.length > 0 && bytes[0] == '<');
        return xml ? pfif(bytes, now) : PersonTable.read(bytes, now);
    }

    private static Incoming pfif(byte[] bytes, Instant now) {
        var into = new Incoming(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            var document = Pfif.read(bytes);
            document.refused()
                    .forEach(one -> into.refused.add(new ImportPersons.Row(
                            one.line(), one.id(), ImportPersons.Result.REFUSED, one.reason() + "。")));
            document.persons().forEach(person -> into.take(person));
            document.notes().forEach(note -> into.take(note, now));
        } catch (PfifRejected rejected) {
            throw new IllegalArgumentException(rejected.getMessage() + "。", rejected);
        }
        return into;
    }

    private void take(PfifPerson person) {
        try {
            var date = person.source().date();
            if (person.isTombstone() || date == null) refuse(person.id(), "すでに消された記録です");
            else
                persons.add(new Person(
                        0,
                        person.id(),
                        PfifMapping.facts(person),
                        Words.cut(Words.line(person.source().name()), 100),
                        date));
        } catch (IllegalArgumentException wrong) {
            refuse(person.id(), String.valueOf(wrong.getMessage()));
        }
    }

    private void take(PfifNote note, Instant now) {
        try {
            notes.add(new Note(0, note.person(), PfifMapping.note(note, now)));
        } catch (IllegalArgumentException wrong) {
            refuse(note.id(), String.valueOf(wrong.getMessage()));
        }
    }

    private void refuse(String record, String reason) {
        refused.add(new ImportPersons.Row(0, record, ImportPersons.Result.REFUSED, reason + "。"));
    }
}
