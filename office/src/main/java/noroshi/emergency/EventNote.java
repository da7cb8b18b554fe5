package noroshi.emergency;

import java.time.Instant;

/** What happened beside the changes of an event's state, for its timeline. @param words for readers */
public record EventNote(Instant at, String words) {}
