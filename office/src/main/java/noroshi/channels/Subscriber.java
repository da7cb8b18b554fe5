package noroshi.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Someone who wants mail from one government.
 *
 * @param interests in force; what was wished for later waits for its confirmation
 */
public record Subscriber(
        long id,
        String government,
        MailAddress address,
        Status status,
        Interests interests,
        Instant createdAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant endedAt) {

    /** Only the confirmed get mail, apart from the one that asks for the confirmation. */
    public enum Status {
        PENDING("確認待ち"),
        CONFIRMED("登録済み"),
        ENDED("配信停止"),
        BOUNCING("不達により停止");

        private final String japanese;

        Status(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
