/**
 * Planning: networks, systems and continuity as pure functions. No Spring, no database, no web.
 */
@NullMarked
package noroshi.planning;

import org.jspecify.annotations.NullMarked;
