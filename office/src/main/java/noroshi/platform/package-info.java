/**
 * Platform: what every feature stands on: the doors to the database (tenancy), the outbox, time, settings.
 *
 * <p>Knows no feature. Never renders a page, never talks to the outside.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package noroshi.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
