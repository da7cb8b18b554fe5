/**
 * What fails, and who is then cut off: one link, one node, one shared duct, any two links, or all that a scenario's water, shaking and
 * power cuts break, hour by hour. Computes from positions, elevations and hours alone; nothing is written into a result by hand.
 */
@NullMarked
package noroshi.planning.network.failure;

import org.jspecify.annotations.NullMarked;
