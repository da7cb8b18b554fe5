package noroshi.lalert;

import java.time.Instant;
import noroshi.lalert.LalertEntry.Kind;
import noroshi.standards.lalert.Body;

/**
 * What the next revision of a thread would tell.
 *
 * @param mark "", drill, test or replay; @param told its state, a line each; the same state makes no revision
 * @param ended nothing of it stands any more; @param reported when what it tells was decided
 */
record Draft(
        Kind kind,
        String thread,
        String mark,
        String title,
        String headline,
        String told,
        boolean ended,
        Instant reported,
        Body body) {}
