/**
 * Moving in: another site's pages become articles here, with their dates, files, departments and old addresses.
 *
 * <p>A job gathers, surveys, converts and links in the background, each entry in a transaction of its own; nothing is public and no table of
 * publishing is touched until an officer releases it, and undoing puts every row back. Reading old pages stands in {@code page} (pure), what
 * they come out of in {@code source}. Never runs what it reads, never asks an address that the rules against private networks forbid.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "people", "publishing", "checks", "cleaning"})
package noroshi.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
