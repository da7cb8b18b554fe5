/**
 * Snapshot and Letters: the two contracts between office and beacons. JDK only.
 */
@NullMarked
package noroshi.snapshot;

import org.jspecify.annotations.NullMarked;
