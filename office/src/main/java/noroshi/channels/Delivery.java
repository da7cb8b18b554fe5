package noroshi.channels;

import java.time.Instant;
import noroshi.platform.Lane;
import org.jspecify.annotations.Nullable;

/**
 * One dispatch to one recipient, claimed by a sender.
 *
 * @param subscriber null: somebody who only wrote to us
 * @param attempts including the one that is being made
 * @param leasedUntil after it another sender may take the delivery over
 */
record Delivery(
        long id,
        String government,
        long dispatch,
        @Nullable Long subscriber,
        MailAddress to,
        Lane lane,
        int attempts,
        Instant createdAt,
        Instant leasedUntil) {}
