package noroshi.standards.lalert;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * One revision of a document.
 *
 * @param sender the sending system as L-Alert would know it, e.g. {@code editor.city.example.jp}; assigned by L-Alert, so ours is a guess
 * @param id the same for all revisions; @param revision 1 is the first; @param type of this revision
 * @param firstCreated when the first revision was made; @param reported when what it tells was decided
 * @param errata why it is withdrawn, "" unless {@link Type#CANCEL}
 */
public record Document(
        String sender,
        UUID id,
        int revision,
        Status status,
        Type type,
        Office office,
        String title,
        String headline,
        OffsetDateTime created,
        OffsetDateTime firstCreated,
        OffsetDateTime reported,
        String errata,
        Body body) {

    public Document {
        if (revision < 1) throw new IllegalArgumentException("The first revision is 1, not %d.".formatted(revision));
        if ((type == Type.REPORT) != (revision == 1))
            throw new IllegalArgumentException("Revision %d cannot be a %s.".formatted(revision, type));
        if ((type == Type.CANCEL) != !errata.isEmpty())
            throw new IllegalArgumentException("A withdrawal, and nothing else, says why (%s).".formatted(type));
    }
}
