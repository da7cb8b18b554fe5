/**
 * Routes: by whom an edition must be approved, in which order, and who stands in for whom meanwhile.
 *
 * <p>Owns approval routes and their steps, absences with their delegates, circulation and a government's rules of its workflow. What
 * follows from them ({@code Progress}, {@code Absences}, {@code Fulfilment}) is pure. Knows editions by number only: what happens to
 * them is publishing's; never sends anything.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people"})
package noroshi.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
