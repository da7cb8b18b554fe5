package noroshi.lalert;

import java.time.Instant;
import java.util.UUID;

/**
 * A document as it was made.
 *
 * @param thread what its revisions are about; @param document the same for all of them
 * @param ended everything it told of is over: the next one is a new document
 * @param told the state that it tells, a line each
 */
public record LalertEntry(
        String government,
        long id,
        Kind kind,
        String thread,
        UUID document,
        int revision,
        boolean ended,
        String mark,
        String title,
        String told,
        String xml,
        Instant madeAt) {

    public enum Kind {
        EVACUATION("避難情報"),
        SHELTERS("避難所情報"),
        HEADQUARTERS("災害対策本部設置状況");

        private final String japanese;

        Kind(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** Of the file that an officer fetches. */
    public String fileName() {
        return "lalert-unverified-%s-%s-%d%s.xml"
                .formatted(government, document.toString().substring(0, 8), revision, mark.isEmpty() ? "" : "-" + mark);
    }
}
