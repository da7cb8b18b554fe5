package noroshi.snapshot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an address answers at an instant, slots and times looked up. */
public sealed interface Answer {
    /** The first instant at which the clock may change this answer; {@link Instant#MAX} if it never does. */
    Instant until();

    /**
     * 200.
     *
     * @param tag names head and body (blanks by their name): the entity tag, before the content coding is added
     */
    record Found(Head head, List<Content> body, @Nullable String form, Hash tag, Instant until) implements Answer {}

    /** A redirect with its status and Location. */
    record Moved(int status, String target, Instant until) implements Answer {}

    /** 410. */
    record Gone(Head head, List<Content> body, Hash tag, Instant until) implements Answer {}

    /** 404; also for an address without a record (then until is MAX). */
    record Absent(Instant until) implements Answer {}
}
