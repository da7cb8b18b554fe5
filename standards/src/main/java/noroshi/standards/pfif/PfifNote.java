package noroshi.standards.pfif;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * PFIF's note: one thing that someone said of a person at one time. Notes are never changed, later ones follow.
 *
 * @param linked another record about the same human being, or null
 * @param contact whether the author spoke with the person; null when not said
 * @param status null when the note does not speak of it
 */
public record PfifNote(
        String id,
        String person,
        @Nullable String linked,
        @Nullable Instant entered,
        Author author,
        Instant said,
        @Nullable Boolean contact,
        @Nullable PfifStatus status,
        String foundEmail,
        String foundPhone,
        String location,
        String text,
        String photo) {

    public PfifNote {
        Ids.check("note_record_id", id);
        Ids.check("person_record_id", person);
        if (linked != null) {
            Ids.check("linked_person_record_id", linked);
        }
    }
}
