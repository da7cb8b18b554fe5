/**
 * Views: how often public pages are looked at. Fetches what beacons counted over the office's own connection, keeps it per
 * government, answers questions about it.
 *
 * <p>Knows site, page, hour and variant and nothing about who looked; there is nothing to know. Never counts anything itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package noroshi.views;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
