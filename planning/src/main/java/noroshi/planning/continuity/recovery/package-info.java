/**
 * How services come back: repairs as a project with few hands, the first 72 hours, and which measure saves how many service hours for a yen.
 * Builds on {@code failure} (what is to be repaired) and {@code noroshi.planning.schedule} (when). Never prints.
 */
@NullMarked
package noroshi.planning.continuity.recovery;

import org.jspecify.annotations.NullMarked;
