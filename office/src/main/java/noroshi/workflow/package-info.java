/**
 * Workflow: what surrounds the path of an article from draft to public.
 *
 * <p>Owns the gate of the checks, approving many articles by one act, the board of who waits for whom, reminders, and the clock that
 * reminds and empties the trash. Decides nothing about an article itself: it calls publishing's use cases. Renders no screen.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "routes", "publishing", "checks", "channels"})
package noroshi.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
