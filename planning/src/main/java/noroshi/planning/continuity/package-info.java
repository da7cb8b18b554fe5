/**
 * Continuity of services (S16, i-BCP): what a government's services need — systems, servers, data, people, buildings, lines, power —, where
 * it all stands, and what may happen. Owns the model and its file. What follows from it is computed in {@code failure} (what fails, what stops,
 * what was promised in vain), {@code recovery} (how it comes back, and what would have helped) and told by {@code report}.
 */
@NullMarked
package noroshi.planning.continuity;

import org.jspecify.annotations.NullMarked;
