/** When links are full: by which factor all demands can grow, as things are and after each failure, and how full each link is. */
@NullMarked
package noroshi.planning.network.traffic;

import org.jspecify.annotations.NullMarked;
