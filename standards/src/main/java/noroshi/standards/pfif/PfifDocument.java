package noroshi.standards.pfif;

import java.util.List;

/**
 * What one document says.
 *
 * @param notes all notes, in the order of the document; each names its person
 * @param refused records that were left out, each with its line and reason
 */
public record PfifDocument(List<PfifPerson> persons, List<PfifNote> notes, List<RefusedRecord> refused) {
    public PfifDocument {
        persons = List.copyOf(persons);
        notes = List.copyOf(notes);
        refused = List.copyOf(refused);
    }

    public static PfifDocument of(List<PfifPerson> persons, List<PfifNote> notes) {
        return new PfifDocument(persons, notes, List.of());
    }
}
