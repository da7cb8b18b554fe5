package noroshi.forms;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A public article of a form. @param closesAt when it leaves by the clock; null: stays */
record Entry(
        long article,
        String title,
        Values values,
        Instant changedAt,
        @Nullable Instant closesAt) {}
