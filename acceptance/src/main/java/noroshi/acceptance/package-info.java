/**
 * Acceptance: drives what was built from outside, as a resident, an officer or a stranger with a kill command would.
 *
 * <p>This half is the driver: starts a demonstration on free ports, speaks HTTP to it, reads its mails. Knows nothing of
 * Noroshi's classes. The tests and the benchmarks stand on it.
 */
@NullMarked
package noroshi.acceptance;

import org.jspecify.annotations.NullMarked;
