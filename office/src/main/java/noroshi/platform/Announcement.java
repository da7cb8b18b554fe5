package noroshi.platform;

import java.time.Instant;

/** One event on its way to one listener: a row of the outbox. */
public record Announcement(long id, String government, Event event, Instant announcedAt, int attempts) {

    /** The value of a fact that the event must carry. */
    public String fact(String name) {
        var value = event.facts().get(name);
        if (value == null)
            throw new IllegalStateException(
                    "Event %s %s lacks the fact '%s'.".formatted(event.topic(), event.key(), name));
        return value;
    }
}
