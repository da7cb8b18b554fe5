/**
 * LANs of the buildings: segments (VLANs) in zones, the flows that are allowed between them, whether the separation into three layers
 * (三層分離) holds, and in which order equipment is renewed. A rule is proven by the set that information cannot leave, or broken by a
 * path. Knows nothing of lines between buildings.
 */
@NullMarked
package noroshi.planning.network.lan;

import org.jspecify.annotations.NullMarked;
