package noroshi.beacon.http;

import org.jspecify.annotations.Nullable;

/** Decides what is answered. Runs in a loop's thread, so it must never block. */
public interface Handler {

    /** The answer, or null after {@link Request#later()} was taken. An exception becomes a 500 and a closed connection. */
    @Nullable
    Answer handle(Request request);

    /** Told of each answer as it starts on its way; the request is still valid. For access logs. */
    default void answered(Request request, Answer answer) {}
}
