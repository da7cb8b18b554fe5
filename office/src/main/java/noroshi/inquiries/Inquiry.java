package noroshi.inquiries;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A resident's question to a department.
 *
 * @param number the receipt's, e.g. {@code 260311-7K3MQ-9Q2FD}
 * @param department a code of the government's
 * @param address where the answer goes
 * @param officer who deals with it; null: nobody yet
 * @param answer the latest; null: none yet
 * @param receivedAt when a beacon took it
 * @param version grows with every act; a use case is told the one its officer saw
 */
public record Inquiry(
        String government,
        String number,
        String department,
        Status status,
        String name,
        String address,
        String subject,
        String body,
        @Nullable Long officer,
        @Nullable String answer,
        Instant receivedAt,
        Instant changedAt,
        int version) {

    Inquiry inHand(long officer, Instant at) {
        return changed(department, Status.IN_PROGRESS, officer, answer, at);
    }

    Inquiry forwardedTo(String department, Instant at) {
        return changed(department, Status.FORWARDED, null, answer, at);
    }

    Inquiry answered(String answer, Instant at) {
        return changed(department, Status.ANSWERED, officer, answer, at);
    }

    private Inquiry changed(
            String department, Status status, @Nullable Long officer, @Nullable String answer, Instant at) {
        return new Inquiry(
                government,
                number,
                department,
                status,
                name,
                address,
                subject,
                body,
                officer,
                answer,
                receivedAt,
                at,
                version);
    }

    /** How far it has come. */
    public enum Status {
        RECEIVED("受付"),
        IN_PROGRESS("対応中"),
        ANSWERED("回答済"),
        FORWARDED("転送");

        private final String japanese;

        Status(String japanese) {
            this.japanese = japanese;
        }

        public String japanese() {
            return japanese;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** One step of its way. */
    public record Step(Instant at, @Nullable Long officer, Act act, String detail) {

        /** What was done. */
        public enum Act {
            RECEIVED("受付"),
            ASSIGNED("担当者の決定"),
            FORWARDED("転送"),
            ANSWERED("回答");

            private final String japanese;

            Act(String japanese) {
                this.japanese = japanese;
            }

            public String japanese() {
                return japanese;
            }

            String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }
}
