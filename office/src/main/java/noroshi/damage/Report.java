package noroshi.damage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param officer who entered it; null: a colleague of the prefecture, or a list
 */
public record Report(
        long id,
        long damage,
        Told told,
        Instant receivedAt,
        @Nullable Long officer,
        Held held) {

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

    /** @param seen number of the report that the sender had before them */
    static Held held(Report now, Told told, long seen) {
        if (told.at().isBefore(now.told().at())) return Held.LATE;
        return seen != now.id() && !now.told().saysTheSame(told) ? Held.CONFLICT : Held.NEWEST;
    }
}
