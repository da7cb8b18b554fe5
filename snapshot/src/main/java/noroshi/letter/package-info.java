/**
 * Letters in: what a resident, a telephone or another server sends through a beacon, sealed so that only the office can
 * open it, and the Reply that comes back. Owns the formats (docs/letters.md), the seal, the spool and both ends of the
 * fetch. Never acts on a Letter, and never lets a beacon read one.
 * Depends on the JDK, and on noroshi.snapshot for Response, LetterKey and WholeAnswer.
 */
@NullMarked
package noroshi.letter;

import org.jspecify.annotations.NullMarked;
