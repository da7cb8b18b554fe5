package noroshi.shelters;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param officer who entered it, else null; @param device which telephone, else null
 * @param disputed it contradicts another of which its sender did not know, and nobody has decided yet
 */
public record Report(
        long id,
        long place,
        Told told,
        Instant receivedAt,
        Source source,
        @Nullable Long officer,
        @Nullable Long device,
        Held held,
        boolean disputed) {

    public enum Source {
        OFFICER("庁内"),
        DEVICE("避難所の端末"),
        PASS("避難所（合言葉）"),
        LIST("一覧の取り込み");

        private final String japanese;

        Source(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }

    /** What the report became when it came in. */
    public enum Held {
        NEWEST(""),
        /** It holds, but its sender had not seen the report before it, which said something else. */
        CONFLICT("ほかの報告を見ずに送られました"),
        /** Something newer was known already. */
        LATE("届いたときには新しい報告がありました");

        private final String japanese;

        Held(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }
    }
}
