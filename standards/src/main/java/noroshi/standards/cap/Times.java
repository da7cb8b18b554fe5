package noroshi.standards.cap;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** When an alert's information holds; null where it does not say so. */
public record Times(
        @Nullable OffsetDateTime effective,
        @Nullable OffsetDateTime onset,
        @Nullable OffsetDateTime expires) {
    public Times {
        if (effective != null && expires != null && expires.isBefore(effective)) {
            throw new IllegalArgumentException("expires %s before effective %s".formatted(expires, effective));
        }
    }
}
