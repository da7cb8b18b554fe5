package noroshi.standards.pfif;

import java.util.ArrayList;
import java.util.List;

/** People Finder Interchange Format, http://zesty.ca/pfif/1.4/ : bytes in, records out, and back. */
public final class Pfif {
    private Pfif() {}

    /**
     * Reads a document of version 1.1 to 1.4. Records that say nothing understandable are listed with their line and reason;
     * the others are taken.
     *
     * @throws PfifRejected when the document is no well-formed PFIF, too large, or has a document type or entities
     */
    public static PfifDocument read(byte[] bytes) {
        List<PfifPerson> persons = new ArrayList<>();
        List<PfifNote> notes = new ArrayList<>();
        List<RefusedRecord> refused = new ArrayList<>();
        for (PfifXml.Entry entry : PfifXml.parse(bytes)) {
            Fields fields = entry.fields();
            try {
                if (fields.isPerson()) {
                    persons.add(RecordReader.person(fields));
                } else {
                    notes.add(RecordReader.note(fields, entry.enclosing()));
                }
            } catch (IllegalArgumentException e) {
                String id = fields.text(fields.isPerson() ? "person_record_id" : "note_record_id");
                refused.add(new RefusedRecord(fields.line(), Fields.shortened(id), String.valueOf(e.getMessage())));
            }
        }
        return new PfifDocument(persons, notes, refused);
    }

    /** UTF-8, version 1.4; notes stand in their person where that is part of the document. Reading it gives the same records. */
    public static byte[] write(PfifDocument document) {
        return new PfifWriter().write(document);
    }
}
