/**
 * The beacon: serves Snapshots, takes Letters. No database, no Spring.
 */
@NullMarked
package noroshi.beacon;

import org.jspecify.annotations.NullMarked;
