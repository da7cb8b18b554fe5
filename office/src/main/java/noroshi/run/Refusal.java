package noroshi.run;

import org.jspecify.annotations.Nullable;

/** Something a person must change before Noroshi can start; the message says what, where and what to do. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Refusal(String message, @Nullable Object... values) {
        super(message.formatted(values));
    }
}
