package noroshi.standards.cap;

import java.time.OffsetDateTime;
import java.util.List;

/**
 * One CAP message. Absent texts are "".
 *
 * @param identifier unique for the sender; no spaces, commas, &lt; or &amp;, as for the sender
 * @param restriction required for RESTRICTED; @param addresses required for PRIVATE
 * @param references the alerts that this one updates or cancels: required for these, an acknowledgement and an error
 */
public record Alert(
        String identifier,
        String sender,
        OffsetDateTime sent,
        Status status,
        MessageType type,
        String source,
        Scope scope,
        String restriction,
        String addresses,
        List<String> codes,
        String note,
        List<Reference> references,
        String incidents,
        List<Info> infos) {
    public Alert {
        Names.check(identifier);
        Names.check(sender);
        codes = List.copyOf(codes);
        references = List.copyOf(references);
        infos = List.copyOf(infos);
        if (type != MessageType.ALERT && references.isEmpty()) {
            throw new IllegalArgumentException("A message of type %s names no earlier one".formatted(type));
        }
        if (scope == Scope.RESTRICTED && restriction.isEmpty() || scope == Scope.PRIVATE && addresses.isEmpty()) {
            throw new IllegalArgumentException("A %s alert does not say for whom".formatted(scope));
        }
    }

    /** This alert as a later one refers to it. */
    public Reference reference() {
        return new Reference(sender, identifier, sent);
    }
}
