package noroshi.standards.cap;

import java.time.OffsetDateTime;

/** An earlier alert: sender,identifier,sent. */
public record Reference(String sender, String identifier, OffsetDateTime sent) {
    public Reference {
        Names.check(sender);
        Names.check(identifier);
    }
}
