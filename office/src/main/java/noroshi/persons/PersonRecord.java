package noroshi.persons;

import java.time.Instant;

/**
 * A person as one source tells of them.
 *
 * @param record PFIF's id: domain, slash, local part
 * @param household the same word for one family; may be empty
 * @param version grows with every act
 */
public record PersonRecord(
        long id,
        String government,
        String record,
        PersonFacts facts,
        String household,
        Consent consent,
        String source,
        Instant sourceAt,
        Instant enteredAt,
        Instant expiresAt,
        int version) {}
